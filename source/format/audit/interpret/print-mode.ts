/** A file's type, special bits and permissions, `file,suid,755`. A type without a name is three octal digits. */
export function printMode(mode: number): string {
	const type = (mode >> 12) & 0o17;
	const typeName = typeNames.get(type) ?? type.toString(8).padStart(3, '0');
	return [typeName, ...readSpecialBits(mode), printOctal(mode & 0o777, 3)].join(',');
}

/** The permissions alone, as `chmod` takes them, `suid,0755`. */
export function printShortMode(mode: number): string {
	return [...readSpecialBits(mode), printOctal(mode & 0o777, 4)].join(',');
}

function readSpecialBits(mode: number): readonly string[] {
	return specialBits.filter(([bit]) => (mode & bit) !== 0).map(([, name]) => name);
}

function printOctal(value: number, digits: number): string {
	return value.toString(8).padStart(digits, '0');
}

const specialBits = [[0o4000, 'suid'], [0o2000, 'sgid'], [0o1000, 'sticky']] as const;
const typeNames: ReadonlyMap<number, string> = new Map([[0o14, 'socket'], [0o12, 'link'], [0o10, 'file'], [0o6, 'block'], [0o4, 'dir'], [0o2, 'character'], [0o1, 'fifo']]);
