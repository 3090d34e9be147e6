import {readInteger} from '../interpret/read-integer.ts';
import {toInt} from '../interpret/to-int.ts';

/**
Where the relative paths of a call begin: the process's folder, or `undefined` where the call has one of its own, which only the process knew by its number.

@param call - its name.
@param cwd - of the CWD record.
@param argument - value of the call's argument by its number, in hexadecimal.
*/
export function findFolder(call: string, cwd: string | undefined, argument: (index: number) => string | undefined): string | undefined {
	const places = folderPlaces.get(call) ?? (/at\d?$/v.test(call) && !otherWords.has(call) ? [0] : []);
	return places.every(index => isWorkingFolder(argument(index))) ? cwd : undefined;
}

function isWorkingFolder(value: string | undefined): boolean {
	return value === undefined || toInt(readInteger(value.slice(-8), 16)) === workingFolder;
}

const workingFolder = -100; // AT_FDCWD.
const otherWords: ReadonlySet<string> = new Set(['stat', 'lstat', 'fstat', 'creat', 'open_by_handle_at', 'shmat', 'statat']);
const folderPlaces: ReadonlyMap<string, readonly number[]> = new Map([['renameat', [0, 2]], ['renameat2', [0, 2]], ['linkat', [0, 2]], ['symlinkat', [1]], ['statx', [0]]]);
