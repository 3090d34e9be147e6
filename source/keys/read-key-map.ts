import {KeyMapError} from './key-map-error.ts';

/** A word of the file, and the line where it stands, counted from 1. */
export type Word = {readonly text: string; readonly line: number};

/** A key map as written. */
export type WrittenMap = {
	readonly contexts: readonly Word[];
	readonly rows: readonly WrittenKeys[];
};

/** One row of a key map as written. */
export type WrittenKeys = {
	readonly context: Word;
	readonly action: Word;
	readonly keys: readonly Word[];
};

/**
Read the shape of a key map: `{"CONTEXT": {"ACTION": ["KEY", …]}}`, JSON of that form and no other. What the words mean is not looked at.

`JSON.parse` would lose the lines, and of two members with one name the first.

@throws {KeyMapError} for any other text.
*/
export function readKeyMap(text: string, file: string): WrittenMap {
	const tokens = tokenize(text, file);
	let next = 0;

	function refuse(expected: string): never {
		const token = tokens[next];
		const line = token?.line ?? text.split('\n').length;
		throw new KeyMapError(`expected ${expected}, found ${token === undefined ? 'the end' : token.text}`, {file, line});
	}

	function take(text_: string): void {
		if (tokens[next]?.text !== text_) {
			refuse(text_);
		}

		next++;
	}

	function takeWord(what: string): Word {
		const token = tokens[next];
		if (token?.text.startsWith('"') !== true) {
			return refuse(`${what} in double quotes`);
		}

		next++;
		return {text: unquote(token, file), line: token.line};
	}

	/** Members between brackets, parted by commas; there may be none. */
	function takeList<Item>(open: string, close: string, takeItem: () => Item): readonly Item[] {
		const items: Item[] = [];
		take(open);
		while (tokens[next]?.text !== close) {
			if (items.length > 0) {
				take(',');
			}

			items.push(takeItem());
		}

		next++;
		return items;
	}

	const contexts: Word[] = [];
	const rows = takeList('{', '}', () => {
		const context = takeWord('a context');
		contexts.push(context);
		take(':');
		return takeList('{', '}', () => {
			const action = takeWord('an action');
			take(':');
			return {context, action, keys: takeList('[', ']', () => takeWord('a key'))};
		});
	}).flat();
	if (next < tokens.length) {
		refuse('the end');
	}

	return {contexts, rows};
}

function tokenize(text: string, file: string): readonly Word[] {
	const tokens: Word[] = [];
	let line = 1;
	for (const [token] of text.matchAll(/"(?:[^\n"\\]|\\.)*"|[\n",:\[\]\{\}]|[^\S\n]+|[^\s",:\[\]\{\}]+/gv)) {
		if (token === '\n') {
			line++;
		} else if (token.trim() !== '') {
			tokens.push({text: token, line});
		}

		if (token === '"') {
			throw new KeyMapError('a quoted text without its end', {file, line});
		}
	}

	return tokens;
}

function unquote({text, line}: Word, file: string): string {
	try {
		return JSON.parse(text) as string; // A token in quotes is a text.
	} catch {
		throw new KeyMapError(`${text} is not a JSON text`, {file, line});
	}
}
