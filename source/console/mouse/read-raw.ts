/** What the terminal says that Ink leaves out: presses and wheel of the mouse (SGR reports), and function keys by name. */
export type RawInput =
	| {readonly type: 'click'; readonly column: number; readonly row: number}
	| {readonly type: 'wheel'; readonly isDown: boolean}
	| {readonly type: 'key'; readonly key: string};

const functionKeys: Readonly<Record<string, string>> = {
	OP: 'f1', OQ: 'f2', OR: 'f3', OS: 'f4', '[11~': 'f1', '[12~': 'f2', '[13~': 'f3', '[14~': 'f4', '[15~': 'f5', '[17~': 'f6', '[18~': 'f7', '[19~': 'f8', '[20~': 'f9', '[21~': 'f10', '[23~': 'f11', '[24~': 'f12',
	'[[A': 'f1', '[[B': 'f2', '[[C': 'f3', '[[D': 'f4', '[[E': 'f5',
};

/**
Find mouse reports and function keys in a reading of the terminal; all else is Ink's.

@param text - as read. A report cut in two by the reading is lost: the next click or turn of the wheel makes up for it.
@see https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Mouse Tracking", SGR (1006)
*/
export function readRaw(text: string): readonly RawInput[] {
	return text.matchAll(report).flatMap(({groups = {}}): readonly RawInput[] => {
		const {button, column, row, end, name} = groups;
		if (name !== undefined) {
			const key = functionKeys[name];
			return key === undefined ? [] : [{type: 'key', key}];
		}

		const code = Number(button);
		if (code === 64 || code === 65) {
			return [{type: 'wheel', isDown: code === 65}];
		}

		return code === 0 && end === 'M' ? [{type: 'click', column: Number(column) - 1, row: Number(row) - 1}] : [];
	}).toArray();
}

// eslint-disable-next-line no-control-regex, regexp/no-control-character -- Reports begin with ESC.
const report = /\u{1B}(?:\[<(?<button>\d+);(?<column>\d+);(?<row>\d+)(?<end>[Mm])|(?<name>O[P-S]|\[\[[A-E]|\[\d\d~))/gv;
