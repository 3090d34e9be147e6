/** A line being typed. `cursor` counts characters (code points) from the left. */
export type TextInput = {
	readonly text: string;
	readonly cursor: number;
};

export const emptyInput: TextInput = {text: '', cursor: 0};

/** A line with the cursor at its end. */
export function inputOf(text: string): TextInput {
	return {text, cursor: [...text].length};
}

/** Put text in at the cursor; its control characters are left out. */
export function insertText(input: TextInput, added: string): TextInput {
	const characters = [...input.text];
	const clean = [...added.replaceAll(/\p{Control}/gv, '')];
	characters.splice(input.cursor, 0, ...clean);
	return {text: characters.join(''), cursor: input.cursor + clean.length};
}

/** What an editing key of the table (`input.edit`) does to the line. */
export function editText(input: TextInput, key: string): TextInput {
	const characters = [...input.text];
	const {cursor} = input;
	switch (key) {
		case 'left': {
			return {...input, cursor: Math.max(0, cursor - 1)};
		}

		case 'right': {
			return {...input, cursor: Math.min(characters.length, cursor + 1)};
		}

		case 'home':
		case 'ctrl-a': {
			return {...input, cursor: 0};
		}

		case 'end':
		case 'ctrl-e': {
			return {...input, cursor: characters.length};
		}

		case 'backspace': {
			return cut(characters, Math.max(0, cursor - 1), cursor);
		}

		case 'delete': {
			return cut(characters, cursor, cursor + 1);
		}

		case 'ctrl-u': {
			return cut(characters, 0, cursor);
		}

		case 'ctrl-k': {
			return cut(characters, cursor, characters.length);
		}

		case 'ctrl-w': {
			return cut(characters, wordStart(characters, cursor), cursor);
		}

		default: {
			return input;
		}
	}
}

function cut(characters: readonly string[], from: number, to: number): TextInput {
	return {text: characters.toSpliced(from, to - from).join(''), cursor: from};
}

/** Where the word at or before the cursor begins. */
function wordStart(characters: readonly string[], cursor: number): number {
	let start = cursor;
	while (start > 0 && characters[start - 1] === ' ') {
		start--;
	}

	while (start > 0 && characters[start - 1] !== ' ') {
		start--;
	}

	return start;
}
