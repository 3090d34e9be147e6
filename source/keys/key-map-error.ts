/** A key map that cannot be used; the message begins with file and line. */
export class KeyMapError extends Error {
	override readonly name = 'KeyMapError';

	/** Counted from 1. */
	readonly line: number;

	constructor(problem: string, {file, line}: {readonly file: string; readonly line: number}) {
		super(`${file}:${line}: ${problem}`);
		this.line = line;
	}
}
