import {spawnSync} from 'node:child_process';
import {closeSync, constants, mkdtempSync, openSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {RecorderError} from '../errors.ts';

export type PipeEnds = {
	readonly readFd: number;
	readonly writeFd: number;
};

/**
Open real pipes. Node's own `stdio: 'pipe'` is a socket, which a command cannot open as `/dev/stdout`, and which bash takes for a remote login.

@param ours - the end that stays with us; it does not block. The other one blocks, as commands expect.
@throws {RecorderError} when the folder for temporary files takes none.
*/
export function openPipes(ours: ReadonlyArray<'read' | 'write'>): readonly PipeEnds[] {
	const folder = makeFolder();
	try {
		const files = ours.map((_end, index) => path.join(folder, String(index)));
		const made = spawnSync('mkfifo', ['-m', '600', ...files], {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
		if (made.status !== 0) {
			throw new RecorderError(`No pipe can be made for the command in ${folder}: ${made.error?.message ?? made.stderr.trim()}`);
		}

		return files.map((file, index) => openBoth(file, ours[index] === 'read'));
	} finally {
		rmSync(folder, {recursive: true});
	}
}

/** After `su` or `sudo -E`, `XDG_RUNTIME_DIR` names a folder that is another user's or is not there. */
function makeFolder(): string {
	const parents = [process.env.XDG_RUNTIME_DIR ?? '', os.tmpdir()].filter(parent => parent !== '');
	const problems: unknown[] = [];
	for (const parent of parents) {
		try {
			return mkdtempSync(path.join(parent, 'scribery-'));
		} catch (error) {
			problems.push(error);
		}
	}

	const found = problems.map(problem => problem instanceof Error ? problem.message : String(problem)).join('; ');
	throw new RecorderError(`${parents.join(', ')}: no pipe can be made there for the command: ${found}`, {cause: problems.at(-1)});
}

/** Opening one end waits for the other, but for both at once (man 7 fifo). */
function openBoth(file: string, isRead: boolean): PipeEnds {
	const {O_RDONLY, O_RDWR, O_WRONLY, O_NONBLOCK} = constants;
	const both = openSync(file, O_RDWR);
	const readFd = openSync(file, isRead ? O_RDONLY + O_NONBLOCK : O_RDONLY);
	const writeFd = openSync(file, isRead ? O_WRONLY : O_WRONLY + O_NONBLOCK);
	closeSync(both);
	return {readFd, writeFd};
}
