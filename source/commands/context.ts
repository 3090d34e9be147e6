import type {Clock} from '../clock.ts';

/** What a command may touch of the world; made once in `cli.ts`. */
export type Context = {
	readonly clock: Clock;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	/** Version of scribery. */
	readonly version: string;
	/** Entry of the index worker, beside the running program. */
	readonly indexWorker: URL;
	/** Entry of the thread in which searches run. */
	readonly queryWorker: URL;
	/** Folder of the recordings that the demo store is made of. */
	readonly demoRecordings: URL;
};
