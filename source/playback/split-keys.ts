/** A key as it came, and as it is drawn. */
export type RawKey = {
	readonly kind: 'text' | 'enter' | 'other' | 'paste';
	/** What it typed; empty for keys that type nothing. */
	readonly typed: string;
	readonly drawn: string;
};

/** From so many characters in one reading on nobody typed them. */
const pastedFrom = 32;

/**
Part the text of one reading of the keyboard into keys.

@param text - decoded; escape sequences whole.
*/
export function splitKeys(text: string): readonly RawKey[] {
	const keys = text.matchAll(token).map(({groups = {}}) => readKey(groups)).toArray();
	const plain = keys.filter(({kind}) => kind === 'text');
	return plain.length >= pastedFrom ? mergePasted(keys) : keys;
}

// eslint-disable-next-line no-control-regex, regexp/no-control-character -- keys send controls
const token = /\u{1B}\[200~(?<paste>.*?)(?:\u{1B}\[201~|$)|(?<sequence>\u{1B}(?:\[[\u{20}-\u{3F}]*[\u{40}-\u{7E}]|O[\u{40}-\u{7E}]))|\u{1B}(?<alt>[^\u{0}-\u{1F}\u{7F}])|(?<control>[\u{0}-\u{1F}\u{7F}])|(?<character>.)/gsv;

const controls: Readonly<Record<string, string>> = {'\r': '⏎', '\n': '⏎', '\t': '⇥', '\u{7F}': '⌫', '\b': '⌫', '\u{1B}': '␛'};

/** By the sequence without its introducer. */
const sequences: Readonly<Record<string, string>> = {
	A: '↑', B: '↓', C: '→', D: '←', H: 'Home', F: 'End', Z: '⇧⇥', '1~': 'Home', '2~': 'Ins', '3~': 'Del', '4~': 'End', '5~': 'PgUp', '6~': 'PgDn', P: 'F1', Q: 'F2', R: 'F3', S: 'F4',
};

function readKey({paste, sequence, alt, control, character}: Readonly<Record<string, string | undefined>>): RawKey {
	if (paste !== undefined) {
		return pasteOf(paste);
	}

	if (sequence !== undefined) {
		return {kind: 'other', typed: '', drawn: sequences[sequence.slice(2)] ?? `␛${sequence.slice(1)}`};
	}

	if (alt !== undefined) {
		return {kind: 'other', typed: '', drawn: `␛${alt}`};
	}

	if (control !== undefined) {
		const drawn = controls[control] ?? `^${String.fromCodePoint((control.codePointAt(0) ?? 0) + 0x40)}`;
		return {kind: drawn === '⏎' ? 'enter' : 'other', typed: '', drawn};
	}

	const typed = character ?? '';
	return {kind: 'text', typed, drawn: typed === ' ' ? '␣' : typed};
}

/** What was typed with a paste is told with it. */
function mergePasted(keys: readonly RawKey[]): readonly RawKey[] {
	const last = keys.findLastIndex(({kind}) => kind === 'text');
	const pasted = keys.slice(0, last + 1);
	return [pasteOf(pasted.map(({kind, typed}) => kind === 'enter' ? '\n' : typed).join('')), ...keys.slice(last + 1)];
}

function pasteOf(text: string): RawKey {
	return {kind: 'paste', typed: text, drawn: `[${[...text].length} pasted]`};
}
