import {Buffer} from 'node:buffer';
import type {SessionStart} from '../../source/format/frames/session-start.ts';

/** A line of a recording must stay short enough for those who cut long ones. */
const longestTextBytes = 64;
const mostArguments = 8;

/** Who logged in and how, as JSON for the first message: whether on a terminal, ids, shell, terminal, and the arguments as far as they are short. `ssh` is what the caller said of himself; `userId` is by the spool's folder, and when the start frame says another, that is a claim, too. */
export function printLogin(start: SessionStart | undefined, userId: number): string {
	return JSON.stringify(start === undefined
		? {uid: userId}
		: {
			mode: start.mode,
			uid: userId,
			...(start.userId !== userId && {claimed: start.userId}),
			loginuid: start.loginUserId,
			pid: start.processId,
			ppid: start.parentProcessId,
			shell: shorten(start.shell),
			tty: shorten(start.terminal),
			ssh: shorten(start.claimedConnection),
			arguments: start.arguments.slice(0, mostArguments).map(word => shorten(Buffer.from(word).toString())),
			count: start.argumentCount,
		});
}

function shorten(text: string): string {
	const bytes = Buffer.from(text);
	return bytes.length <= longestTextBytes ? text : `${bytes.subarray(0, longestTextBytes - 3).toString().replace(/\u{FFFD}$/v, '')}…`;
}
