import {createTextReader} from '../terminal/text-reader.ts';

/** One thing typed: a character, or what a key does to a line being edited. */
export type TypedKey =
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: EditKey};

type EditKey = 'enter' | 'leave' | 'tab' | 'backspace' | 'delete' | 'killBefore' | 'killAfter' | 'killWord' | 'yank' | 'start' | 'end' | 'left' | 'right' | 'wordLeft' | 'wordRight' | 'other';

const controls: Readonly<Record<string, EditKey>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u{7F}': 'backspace',
	'\b': 'backspace',
	'\u{1}': 'start',
	'\u{2}': 'left',
	'\u{3}': 'leave',
	'\u{4}': 'delete',
	'\u{5}': 'end',
	'\u{6}': 'right',
	'\u{B}': 'killAfter',
	'\u{E}': 'leave', // The next and the one before in the history: another line.
	'\u{10}': 'leave',
	'\u{15}': 'killBefore',
	'\u{17}': 'killWord',
	'\u{19}': 'yank',
};

/** After `ESC`, by parameters and final character of a control sequence or the character itself. */
const sequences: Readonly<Record<string, EditKey>> = {
	A: 'leave', B: 'leave', C: 'right', D: 'left', F: 'end', H: 'start',
	'1~': 'start', '7~': 'start', '4~': 'end', '8~': 'end', '3~': 'delete', '5~': 'leave', '6~': 'leave',
	'1;5C': 'wordRight', '1;5D': 'wordLeft', '1;3C': 'wordRight', '1;3D': 'wordLeft',
};
const altKeys: Readonly<Record<string, EditKey>> = {b: 'wordLeft', f: 'wordRight', '\u{7F}': 'killWord'};

// A control sequence, a key of the other keypad mode, a string that a terminal answers with, Alt with a key, a lone Escape.
const escape = /^(?:\[(?<csi>[\u{30}-\u{3F}]*[\u{20}-\u{2F}]*[\u{40}-\u{7E}])|O(?<ss3>.)|[P\]^_][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)|(?<alt>[^\u{1B}OP\[\]^_]))/v; // eslint-disable-line no-control-regex, regexp/no-control-character -- Typed bytes.
const unfinished = /^(?:\[[\u{30}-\u{3F}]*[\u{20}-\u{2F}]*|O|[P\]^_][^\u{7}\u{1B}]*\u{1B}?)?$/v; // eslint-disable-line no-control-regex, regexp/no-control-character -- Typed bytes.
const mostUnfinished = 256; // An answer of a terminal is shorter; what is longer is not one.

/** Reads what was typed, packet by packet. */
export type KeyReader = {
	readonly read: (bytes: Uint8Array) => readonly TypedKey[];
};

/** Read typed bytes as keys. A paste comes as the text it holds; answers of the terminal and the mouse are `other`. */
export function createKeyReader(): KeyReader {
	const reader = createTextReader();
	let rest = '';

	return {
		read(bytes) {
			const text = rest + reader.read(bytes);
			rest = '';
			const keys: TypedKey[] = [];
			for (let index = 0; index < text.length;) {
				const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
				index += character.length;
				if (character !== '\u{1B}') {
					keys.push(readCharacter(character));
					continue;
				}

				const after = text.slice(index, index + mostUnfinished);
				if (after !== '' && unfinished.test(after) && index + after.length === text.length) {
					rest = text.slice(index - 1);
					break;
				}

				const found = escape.exec(after);
				index += found?.[0].length ?? 0;
				keys.push({type: readSequence(found?.groups)});
			}

			return keys;
		},
	};
}

function readCharacter(character: string): TypedKey {
	const key = controls[character];
	if (key !== undefined) {
		return {type: key};
	}

	return /\p{Control}/v.test(character) ? {type: 'other'} : {type: 'text', text: character};
}

function readSequence(groups: Readonly<Record<string, string | undefined>> | undefined): EditKey {
	const {csi, ss3, alt} = groups ?? {};
	if (csi !== undefined || ss3 !== undefined) {
		return sequences[csi ?? ss3 ?? ''] ?? 'other';
	}

	return alt === undefined ? 'leave' : altKeys[alt] ?? 'other'; // Escape alone leaves a mode.
}
