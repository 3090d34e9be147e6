import {constants} from 'node:os';

/** The name without `SIG`; the number itself for a signal that has no name (a real-time signal). */
export function signalName(signal: number): string {
	const found = Object.entries(constants.signals).find(([, value]) => value === signal);
	return found === undefined ? String(signal) : found[0].slice('SIG'.length);
}
