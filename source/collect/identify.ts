import {createHash} from 'node:crypto';
import type {MessageHead} from '../format/recording/message.ts';
import type {SessionKey} from '../store/store.ts';

const mostOpen = 100_000; // Of one input that never ends: those that began last.

/** Names the recording of each message of one input, in the order of the input. */
export type Identify = (message: MessageHead, text: string) => SessionKey;

/**
Recordings are named by host and rec. Messages older than format 2.1 carry no rec: theirs is a hash of their recording's first line, so that the same file gives the same name again.

Such a recording begins where the first id of the one before it, of the same host, user, session and terminal, comes again with another text.
*/
export function createIdentify(): Identify {
	const open = new Map<string, {readonly rec: string; readonly firstId: number}>();

	return (message, text) => {
		const host = message.host === '' ? '-' : message.host;
		if (message.rec !== undefined && message.rec !== '') {
			return {host, rec: message.rec};
		}

		const owner = JSON.stringify([host, message.user, message.session, message.term]);
		const known = open.get(owner);
		if (known !== undefined && message.id !== known.firstId) {
			return {host, rec: known.rec};
		}

		const rec = hashText(text);
		open.delete(owner);
		open.set(owner, {rec, firstId: message.id});
		for (const oldest of open.keys().take(Math.max(0, open.size - mostOpen))) {
			open.delete(oldest);
		}

		return {host, rec};
	};
}

/**
Name what carries no name.

@param text - what the name is made of.
@returns `h` and 24 hexadecimal digits: a rec that no recorder writes.
*/
export function hashText(text: string): string {
	return `h${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}
