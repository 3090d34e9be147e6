import type {StartFrame} from './frame.ts';

/** What the recorder knew when the session began. Names are not resolved: that is left to who reads. */
export type SessionStart = {
	readonly version: number;
	/** Tlog's form: boot id, process id, start of the process. */
	readonly recording: string;
	/** Counts from 0. */
	readonly segment: number;
	/** Epoch milliseconds when the segment was begun, at the frame's own `atUs`. */
	readonly at: number;
	/** Without a terminal: `pipes` with its streams recorded apart, `counted` with the number of their bytes alone. */
	readonly mode: 'terminal' | 'pipes' | 'counted';
	readonly host: string;
	readonly userId: number;
	readonly groupId: number;
	/** Audit session id; 4294967295 when unset. */
	readonly session: number;
	/** Audit login uid; 4294967295 when unset. */
	readonly loginUserId: number;
	/** `USER` as the caller set it: a claim. */
	readonly claimedUser: string;
	readonly term: string;
	/** `SSH_CONNECTION` as the caller set it: a claim. */
	readonly claimedConnection: string;
	readonly shell: string;
	readonly terminal: string;
	readonly processId: number;
	readonly parentProcessId: number;
	readonly isInputRecorded: boolean;
	/** Of the login shell itself; at most 64, each at most 4096 bytes. */
	readonly arguments: readonly Uint8Array[];
	/** How many arguments there were. */
	readonly argumentCount: number;
};

/**
Read a start frame.

@returns Undefined when it is not one of this version, or lacks what names the recording.
*/
export function readSessionStart({entries}: StartFrame): SessionStart | undefined {
	const values = new Map(entries.map(([key, value]) => [key, value]));
	const text = (key: string): string => new TextDecoder().decode(values.get(key));
	const number = (key: string): number => Number(text(key));
	const mode = (['terminal', 'pipes', 'counted'] as const).find(known => known === text('mode'));
	if (text('v') !== '1' || mode === undefined || !/^[\da-f]{32}-[\da-f]+-[\da-f]+(?:-[\da-f]+)?$/v.test(text('rec'))) {
		return undefined;
	}

	const start = {
		version: 1,
		recording: text('rec'),
		segment: number('segment'),
		at: number('wall') * 1000,
		mode,
		host: text('host'),
		userId: number('uid'),
		groupId: number('gid'),
		session: number('session'),
		loginUserId: number('loginuid'),
		claimedUser: text('user'),
		term: text('term'),
		claimedConnection: text('ssh'),
		shell: text('shell'),
		terminal: text('tty'),
		processId: number('pid'),
		parentProcessId: number('ppid'),
		isInputRecorded: text('input') === '1',
		arguments: entries.filter(([key]) => key === 'argument').map(([, value]) => value),
		argumentCount: number('arguments'),
	};
	return Object.values(start).some(value => Number.isNaN(value)) ? undefined : start;
}

/** The number that the sums of all other frames start from; 0 when there is none. */
export function readSeed({entries}: StartFrame): number {
	const value = entries.find(([key]) => key === 'seed')?.[1] ?? new Uint8Array();
	return Number.parseInt(new TextDecoder().decode(value), 16) || 0;
}
