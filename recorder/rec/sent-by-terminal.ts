import {readFileSync} from 'node:fs';
import {readStatField} from '../identity.ts';
import type {EndingSignal} from './catch-signals.ts';

const groupField = 5;
const foregroundField = 8;

/** True when a key (Ctrl-C, Ctrl-\) sent the signal: then the command, in the same process group, has it too, and what it does about it is its own affair. */
export function isSentByTerminal(signal: EndingSignal): boolean {
	const stat = readFileSync('/proc/self/stat', 'utf8');
	return (signal === 'SIGINT' || signal === 'SIGQUIT') && readStatField(stat, groupField) === readStatField(stat, foregroundField);
}
