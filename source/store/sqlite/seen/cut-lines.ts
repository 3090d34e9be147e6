import type {SeenLine} from '../../moments.ts';

/** Text in a block, in UTF-16 units: larger ones pack and index smaller, smaller ones leave less to read through for a hit. */
export const blockLength = 8192;

/** Cut lines into blocks' worth; `rest` is too small for one. */
export function cutLines(lines: readonly SeenLine[]): {readonly full: ReadonlyArray<readonly SeenLine[]>; readonly rest: readonly SeenLine[]} {
	const full: Array<readonly SeenLine[]> = [];
	let run: SeenLine[] = [];
	let length = 0;
	for (const line of lines) {
		run.push(line);
		length += line.text.length + 1;
		if (!(length >= blockLength)) {
			continue;
		}

		full.push(run);
		run = [];
		length = 0;
	}

	return {full, rest: run};
}

export function measureLines(lines: readonly SeenLine[]): number {
	return lines.reduce((sum, line) => sum + line.text.length + 1, 0);
}
