const editingKeys = ['home', 'insert', 'delete', 'end', 'page-up', 'page-down', 'home', 'end'];
const functionKeys = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]; // F1 and on, as xterm and the VT220 number them.

/** Names of the keys that send control characters, by what they send. */
export const keyNames: ReadonlyMap<string, string> = listKeyNames();

/** Sequences that a terminal may send for one key, the longest first. */
// eslint-disable-next-line no-control-regex, regexp/no-control-character -- these are what is looked for
export const keySequence = /\u{1B}\[\[[A-E]|\u{1B}\[(?:[A-DFHZ]|\d{1,2}~)|\u{1B}O[A-DFHP-S]/v;

function listKeyNames(): ReadonlyMap<string, string> {
	const names = new Map([['\u{1B}', '<esc>'], ['\u{7F}', '<backspace>'], ['\u{1B}[Z', '<back-tab>']]);
	for (let code = 1; code <= 26; code++) {
		names.set(String.fromCodePoint(code), `<^${String.fromCodePoint(code + 0x40)}>`);
	}

	for (const [code, name] of [['\b', 'backspace'], ['\t', 'tab'], ['\n', 'nl'], ['\r', 'ret']] as const) {
		names.set(code, `<${name}>`);
	}

	for (const [letter, name] of [['A', 'up'], ['B', 'down'], ['C', 'right'], ['D', 'left'], ['H', 'home'], ['F', 'end']] as const) {
		names.set(`\u{1B}[${letter}`, `<${name}>`).set(`\u{1B}O${letter}`, `<${name}>`);
	}

	for (const [index, letter] of [...'PQRS'].entries()) {
		names.set(`\u{1B}O${letter}`, `<F${index + 1}>`);
	}

	for (const [index, letter] of [...'ABCDE'].entries()) {
		names.set(`\u{1B}[[${letter}`, `<F${index + 1}>`);
	}

	for (const [index, name] of editingKeys.entries()) {
		names.set(`\u{1B}[${index + 1}~`, `<${name}>`);
	}

	for (const [index, number] of functionKeys.entries()) {
		names.set(`\u{1B}[${number}~`, `<F${index + 1}>`);
	}

	return names;
}
