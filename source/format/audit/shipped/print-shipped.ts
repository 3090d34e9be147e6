import type {RawLine} from './raw-line.ts';
import type {Shipped} from './shipped.ts';

/**
As one line of JSON, without a line feed: `{"audit":1,"host":"web-1","boot":"…","time":1795432304443,"serial":1939,"ses":69,"lines":["type=SYSCALL …"]}`.

Bytes that are no UTF-8 stand as `{"hex":"…"}`. What is not known is left out.
*/
export function printShipped(shipped: Shipped): string {
	const {number, host, boot, at} = shipped;
	return JSON.stringify({audit: 1, n: number, host, boot, time: at, ...printRest(shipped)});
}

function printRest(shipped: Shipped): object {
	switch (shipped.type) {
		case 'event': {
			const {serial, part, session, lines} = shipped;
			return {serial: printSerial(serial), part: part === 1 ? undefined : part, ses: session, lines: lines.map(line => printLine(line))};
		}

		case 'gap': {
			const {cause, count, first, last, text} = shipped;
			return {gap: {cause, count, first: printSerial(first), last: printSerial(last), text}};
		}

		case 'text': {
			const {line, reason, place} = shipped;
			return {unread: {line: printLine(line), reason, place}};
		}

		default: {
			return shipped satisfies never;
		}
	}
}

/** A number where that is the same. */
function printSerial(serial: string | undefined): string | number | undefined {
	const number = Number(serial);
	return Number.isSafeInteger(number) && String(number) === serial ? number : serial;
}

function printLine(line: RawLine): string | {readonly hex: string} {
	return typeof line === 'string' ? line : {hex: Array.from(line, byte => byte.toString(16).padStart(2, '0')).join('')};
}
