import path from 'node:path';

/** One segment of a recording, as its name tells. */
export type SpoolFile = {
	/** Whose session it is: the folder is made by the recorder, for this user alone. */
	readonly userId: number;
	/** Tlog's form: boot id, process id, start of the process; perhaps a number. */
	readonly recording: string;
	readonly segment: number;
};

/** The process that writes a recording. */
export type SpoolWriter = {
	readonly bootId: string;
	readonly processId: number;
	/** Clock ticks since boot. */
	readonly startTicks: bigint;
};

/** Read `UID/RECORDING.SEGMENT.frames`; undefined when it is no such name. */
export function parseSpoolName(name: string): SpoolFile | undefined {
	const {user, recording, segment} = /^(?<user>\d{1,10})\/(?<recording>[\da-f]{32}-[\da-f]{1,8}-[\da-f]{1,16}(?:-[\da-f]{1,8})?)\.(?<segment>\d{1,9})\.frames$/v.exec(name)?.groups ?? {};
	return recording === undefined ? undefined : {userId: Number(user), recording, segment: Number(segment)};
}

/** Where a segment lies. */
export function locateSegment(spool: string, {userId, recording, segment}: SpoolFile): string {
	return path.join(spool, String(userId), `${recording}.${segment}.frames`);
}

/** Who writes a recording, by a name that `parseSpoolName` has read. */
export function parseSpoolWriter(recording: string): SpoolWriter {
	const [bootId = '', processId = '', startTicks = ''] = recording.split('-', 3);
	return {bootId, processId: Number.parseInt(processId, 16), startTicks: BigInt(`0x${startTicks}`)};
}
