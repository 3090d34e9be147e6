import type {AuditRecord} from '../../record.ts';
import {quoteJson} from '../quote-json.ts';
import {unescapeValue} from '../../interpret/unescape.ts';
import type {PrinterOptions} from './printer-options.ts';
import {createRunPrinter} from './run-printer.ts';
import {endOfWord, isDigits, isHex, isPlain} from './scan.ts';

/** Make a printer of PATH records as the kernel writes them, without their item number; `undefined` for any other, or when it is not number `item`. What stands behind the inode is one of a few texts. */
export function createPathPrinter(options: PrinterOptions): (record: AuditRecord, item: number) => string | undefined {
	const printTail = createRunPrinter('PATH', new Set(['item', 'name', 'inode']), options);
	const {separator} = options;

	return ({line, text, bodyStart, enriched}, item) => {
		const head = ` item=${item} name=`;
		if (!text.startsWith(head, bodyStart)) {
			return undefined;
		}

		const nameStart = bodyStart + head.length;
		const nameEnd = endOfWord(text, nameStart);
		const name = printName(text, nameStart, nameEnd);
		if (name === undefined || nameEnd === text.length) {
			return undefined;
		}

		// A file that is not there has no inode.
		const inodeEnd = text.startsWith(' inode=', nameEnd) ? endOfWord(text, nameEnd + 1) : nameEnd;
		const isBad = inodeEnd !== nameEnd && (inodeEnd === text.length || !isDigits(text, nameEnd + 7, inodeEnd));
		const tail = isBad ? undefined : printTail(enriched === '' ? text.slice(inodeEnd + 1) : line.slice(inodeEnd + 1));
		if (tail === undefined || tail === '') {
			return undefined;
		}

		const inode = inodeEnd === nameEnd ? '' : `"inode":["${text.slice(nameEnd + 7, inodeEnd)}"]${separator}`;
		return `"name":[${name}]${separator}${inode}${tail}`;
	};
}

function printName(text: string, start: number, end: number): string | undefined {
	if (text.startsWith('"', start)) {
		const inner = text.slice(start + 1, end - 1);
		return end - start > 2 && text.startsWith('"', end - 1) && isPlain(inner, 0, inner.length) ? String.raw`"${inner}","\"${inner}\""` : undefined;
	}

	const value = text.slice(start, end);
	if (!isHex(text, start, end)) {
		return value === '(null)' ? '"(null)"' : undefined;
	}

	const name = unescapeValue(value).text;
	return name === '' || name === value ? undefined : `${quoteJson(name)},"${value}"`;
}
