import {decodeHex} from '../../interpret/decode-hex.ts';
import type {AuditRecord} from '../../record.ts';
import {quoteJson} from '../quote-json.ts';
import {endOfWord, isDigits, isHex, isPlain} from './scan.ts';

/** List the arguments of a command that one EXECVE record holds whole and in order, each as JSON; `undefined` for any other. */
export function listArguments({text, bodyStart}: AuditRecord): readonly string[] | undefined {
	const countEnd = endOfWord(text, bodyStart + 1);
	if (!text.startsWith(' argc=', bodyStart) || countEnd - bodyStart > 12 || !isDigits(text, bodyStart + 6, countEnd)) {
		return undefined;
	}

	const count = Number(text.slice(bodyStart + 6, countEnd));
	const values: string[] = [];
	let at = countEnd;
	while (at < text.length && values.length < count) {
		const name = ` a${values.length}=`;
		const end = endOfWord(text, at + 1);
		const value = text.startsWith(name, at) ? printValue(text, at + name.length, end) : undefined;
		if (value === undefined) {
			return undefined;
		}

		values.push(value);
		at = end;
	}

	return at === text.length && values.length === count && count > 0 ? values : undefined;
}

function printValue(text: string, start: number, end: number): string | undefined {
	if (text.startsWith('"', start)) {
		return end - start > 2 && text.startsWith('"', end - 1) && isPlain(text, start + 1, end - 1) ? text.slice(start, end) : undefined;
	}

	return isHex(text, start, end) && end - start > 1 ? quoteJson(decodeHex(text.slice(start, end))?.text ?? '') : undefined;
}
