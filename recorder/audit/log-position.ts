import {Buffer} from 'node:buffer';
import {fstatSync, readSync} from 'node:fs';

/** A log file, whatever it is called by now: renamed it is the same, cut and written anew another. */
export type LogIdentity = {
	readonly inode: number;
	/** How it begins, as hexadecimal digits: as much as there was. */
	readonly head: string;
};

const headBytes = 64; // Type, time and serial of a first record.

/** Who an open file is. */
export function identifyLog(fd: number): LogIdentity {
	const buffer = Buffer.alloc(headBytes);
	const length = readSync(fd, buffer, 0, headBytes, 0);
	return {inode: fstatSync(fd).ino, head: buffer.toString('hex', 0, length)};
}

/** Whether the log known before is the one there is now, which may have grown. */
export function isSameLog(before: LogIdentity, now: LogIdentity): boolean {
	return before.inode === now.inode && now.head.startsWith(before.head);
}
