import test from 'ava';
import {findLine} from '../../source/commands/search/read-context-rows.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';

/** The rows of a line on a screen of 10 columns and 8 rows. */
function find(output: string, line: string): readonly [first: number, last: number] | undefined {
	const emulator = createEmulator({columns: 10, rows: 8});
	try {
		emulator.write(output);
		const place = findLine(emulator.readRows(), line);
		return place === undefined ? undefined : [place.first, place.last];
	} finally {
		emulator.close();
	}
}

for (const [title, output, line, expected] of [
	['a line is its own row, not one above it with its beginning', 'one\r\ntwo\r\n$\r\nthree\r\nfour\r\n$ make\r\nfive', '$ make', [5, 5]],
	['a line over several rows has all of them', 'one\r\n01234\r\n0123456789abcdefghijXYZ\r\nend', '0123456789abcdefghijXYZ', [2, 4]],
	['a row that only ends like the line is not its last', '0123456789abc\r\nabc\r\n', '0123456789abc', [0, 1]],
	['blanks at the place where a line wraps belong to it', '01234567  abc\r\n', '01234567  abc', [0, 1]],
	['of a line whose first rows scrolled off, the rest is found', `0123456789abcdefghijXYZ\r\n${'x\r\n'.repeat(6)}`, '0123456789abcdefghijXYZ', [0, 0]],
	['a line that was still being written is found by its longest beginning', '$\r\nout\r\n$ ma', '$ make', [2, 2]],
	['of equal beginnings the lowest is taken', '$\r\nout\r\n$', '$ make', [2, 2]],
	['a line that is not there is not found', 'one\r\ntwo', 'three', undefined],
] as const) {
	test(title, t => {
		t.deepEqual(find(output, line), expected);
	});
}
