/** Work that goes on while the console is used. */
export type Job = {
	readonly id: number;
	/** What is done, to whom: `Exporting web1/39d-1c81a`. */
	readonly title: string;
	readonly state: 'running' | 'done' | 'failed' | 'cancelled';
	/** `undefined` before anything is known. */
	readonly progress: JobProgress | undefined;
	/** Leaving asks what is to become of it. */
	readonly isHolding: boolean;
	/** How it ended, in words; empty while it runs. */
	readonly result: string;
};

export type JobProgress = {
	readonly done: number;
	readonly total: number;
	/** What is counted: `recordings`. */
	readonly unit: string;
	/** 0 to 1. */
	readonly share: number;
	readonly bytesDone: number;
	/** Since the start. */
	readonly elapsedMs: number;
};

export type JobOrder =
	| {readonly type: 'export'; readonly request: ExportRequest}
	/** `from`: as the person named them. What was imported is indexed then. */
	| {readonly type: 'import'; readonly files: readonly RecordingFile[]; readonly from: string}
	/** Indexes what is not indexed; `isRebuild`: everything; `isUnasked`: leaving need not wait for what nobody ordered. */
	| {readonly type: 'index'; readonly isRebuild: boolean; readonly isUnasked?: boolean};

/** A file to import. */
export type RecordingFile = {
	readonly file: string;
	/** As it lies there, packed or not. */
	readonly bytes: number;
};

/** Recordings to write as files. */
export type ExportRequest = {
	/** Full addresses; `HOST/REC@POSITION` for a picture. */
	readonly addresses: readonly string[];
	/** A name of `source/export/formats.ts`. */
	readonly format: string;
	readonly fromMs: number;
	readonly untilMs: number;
	/** Seconds; `undefined` writes none. */
	readonly idleLimit: number | undefined;
	readonly hasGaps: boolean;
	readonly hasBookmarks: boolean;
	/** The file; with several recordings the folder. */
	readonly file: string;
	readonly reason: string;
};
