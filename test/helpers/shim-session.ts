import type {ExecutionContext} from 'ava';
import {readSpool, startShim} from './shim.ts';
import type {ReadRecording, ShimHome, ShimOptions} from './shim.ts';

export type ShimSession = {
	readonly shown: string;
	readonly status: number;
	readonly signal: number;
	readonly recording: ReadRecording;
};

/** Run a session to its end: what was shown, what was recorded. */
export async function runShimSession(home: ShimHome, words: readonly string[], options?: ShimOptions): Promise<ShimSession> {
	const terminal = startShim(home, words, options);
	const end = await terminal.ends();
	return {...end, shown: terminal.shown.toString(), recording: onlyRecording(home)};
}

export function onlyRecording(home: ShimHome): ReadRecording {
	const [recording] = readSpool(home);
	if (recording === undefined) {
		throw new Error('Nothing was recorded');
	}

	return recording;
}

/** Nothing but frames, in their order, and an end. */
export function assertWhole(t: ExecutionContext, {events, end}: ReadRecording): void {
	t.deepEqual(events.filter(({type}) => type !== 'frame'), []);
	t.not(end, undefined);
}
