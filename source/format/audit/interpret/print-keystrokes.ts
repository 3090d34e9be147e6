import {keyNames, keySequence} from './key-names.ts';
import {decodeBytes, readHexBytes} from './decode-hex.ts';

/**
Print what was typed on a terminal: text in quotes, control keys by name, `"ls",<ret>`.

Characters past ASCII are printed as they are; bytes that are no UTF-8 as octal numbers.
*/
export function printKeystrokes(value: string): string {
	const bytes = readHexBytes(value);
	if (bytes === undefined) {
		return value;
	}

	const parts: string[] = [];
	let run = '';
	for (const part of splitKeys(decodeKeys(bytes))) {
		const name = keyNames.get(part);
		if (name === undefined) {
			run += printCharacter(part);
		} else {
			parts.push(...quoteRun(run), name);
			run = '';
		}
	}

	return [...parts, ...quoteRun(run)].join(',');
}

/** Bytes that are no UTF-8 are read one by one, so that each is seen. */
function decodeKeys(bytes: Uint8Array): string {
	const text = decodeBytes(bytes);
	return text.includes('\u{FFFD}') ? bytes.reduce((line, byte) => line + (byte < 0x80 ? String.fromCodePoint(byte) : `\\${byte.toString(8)}`), '') : text;
}

function splitKeys(text: string): readonly string[] {
	return text.match(keyOrCharacter) ?? [];
}

function printCharacter(character: string): string {
	if (character === '"' || (character === '\\')) {
		return `\\${character}`;
	}

	const code = character.codePointAt(0) ?? 0;
	return code < 0x20 ? `\\${code.toString(8).padStart(3, '0')}` : character;
}

function quoteRun(run: string): readonly string[] {
	return run === '' ? [] : [`"${run}"`];
}

const keyOrCharacter = new RegExp(String.raw`${keySequence.source}|[\s\S]`, 'gv');
