import fc from 'fast-check';
import type {Emulator} from '../../source/terminal/emulator.ts';

/** Something a recording makes a terminal do: text with escape sequences, or a new window size. */
export type Traffic = string | {readonly columns: number; readonly rows: number};

const small = fc.oneof({weight: 6, arbitrary: fc.integer({min: 0, max: 12})}, {weight: 1, arbitrary: fc.integer({min: 0, max: 200})});
const printable = fc.constantFrom('a', 'word ', 'lqqk', 'x'.repeat(30), '漢字', '한', '😀', '👨‍👩‍👧', '🇫🇷', '🇫', '❤️', '❤', '\u{FE0F}', '\u{301}', 'e\u{301}', '\u{301}'.repeat(20), '\u{200D}', 'क्षि', '½', '#`~{|}', ' ', ' '.repeat(10), '─│', '\u{202E}evil', '\u{AD}');
const control = fc.constantFrom('\r', '\n', '\r\n', '\b', '\t', '\u{7}', '\v', '\u{E}', '\u{F}', '\u{18}', '\u{85}', '\u{84}', '\u{88}');
const cursor = fc.tuple(fc.array(small, {maxLength: 2}), fc.constantFrom(...'ABCDEFGHIZSTLMPX@bdefgrsu`a')).map(([parameters, final]) => `\u{1B}[${parameters.join(';')}${final}`);
const erase = fc.tuple(fc.constantFrom('', '?'), fc.integer({min: 0, max: 3}), fc.constantFrom('J', 'K')).map(([prefix, kind, final]) => `\u{1B}[${prefix}${kind}${final}`);
const style = fc.array(fc.constantFrom('0', '1', '2', '3', '4', '4:3', '5', '7', '8', '9', '21', '22', '24', '27', '31', '42', '95', '103', '38;5;200', '48;5;3', '38;2;1;2;3', '48;2;9;8;7', '39', '49', '53', '58;5;9', '59'), {minLength: 1, maxLength: 3}).map(codes => `\u{1B}[${codes.join(';')}m`);
const mode = fc.tuple(fc.constantFrom('4', '20', '?6', '?7', '?25', '?45', '?47', '?1047', '?1048', '?1049', '?2026', '?2004', '?1000', '?1', '?2', '?3'), fc.constantFrom('h', 'l')).map(([name, set]) => `\u{1B}[${name}${set}`);
const escape = fc.constantFrom('\u{1B}7', '\u{1B}8', '\u{1B}D', '\u{1B}E', '\u{1B}H', '\u{1B}M', '\u{1B}#8', '\u{1B}(0', '\u{1B}(B', '\u{1B})0', '\u{1B}*A', '\u{1B}+R', '\u{1B}n', '\u{1B}o', '\u{1B}~', '\u{1B}=', '\u{1B}%G');
const rare = fc.constantFrom('\u{1B}c', '\u{1B}[!p', '\u{1B}[1"q', '\u{1B}[0"q', '\u{1B}[2 @', '\u{1B}[1 A', '\u{1B}[2\'}', '\u{1B}[1\'~', '\u{1B}[3g', '\u{1B}]0;title\u{7}', '\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{7}', '\u{1B}P$qm\u{1B}\\', '\u{1B}_hidden\u{1B}\\', '\u{1B}[6n', '\u{1B}[>c', '\u{1B}[18t');
const resize = fc.record({columns: fc.integer({min: 2, max: 40}), rows: fc.integer({min: 1, max: 12})});

/** Pieces that together reach every state an emulator has. */
export const terminalTraffic: fc.Arbitrary<Traffic> = fc.oneof(
	{weight: 12, arbitrary: printable},
	{weight: 4, arbitrary: control},
	{weight: 6, arbitrary: cursor},
	{weight: 2, arbitrary: erase},
	{weight: 4, arbitrary: style},
	{weight: 4, arbitrary: mode},
	{weight: 4, arbitrary: escape},
	{weight: 1, arbitrary: rare},
	{weight: 1, arbitrary: resize},
);

export function feedTraffic(emulator: Emulator, traffic: readonly Traffic[]): void {
	for (const piece of traffic) {
		if (typeof piece === 'string') {
			emulator.write(piece);
		} else {
			emulator.resize(piece.columns, piece.rows);
		}
	}
}

/** All that can be seen of an emulator, as text to compare: cells with style, cursor, size. */
export function lookAt(emulator: Emulator): string {
	const rows = Array.from({length: emulator.rows}, (_, row) => emulator.readRow(row));
	return JSON.stringify([emulator.columns, emulator.rows, emulator.readCursor(), emulator.isHoldingPaint(), rows]);
}
