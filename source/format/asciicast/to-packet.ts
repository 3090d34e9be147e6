import {FormatError} from '../recording/format-error.ts';
import type {FormatLocation} from '../recording/format-error.ts';
import type {Packet} from '../recording/packet.ts';
import {printFound} from '../recording/print-found.ts';
import type {AsciicastEvent} from './asciicast.ts';

/**
Turn an event into a packet.

@returns `undefined` for an event that has none: labels, the exit status, codes that are not known.
@throws {FormatError} `asciicast` for a size that is none.
*/
export function toPacket({positionMs, code, data}: AsciicastEvent, location: FormatLocation = {}): Packet | undefined {
	switch (code) {
		case 'o': {
			return {type: 'output', positionMs, data: encoder.encode(data)};
		}

		case 'i': {
			return {type: 'input', positionMs, data: encoder.encode(data)};
		}

		case 'r': {
			const size = /^(?<columns>\d{1,5})x(?<rows>\d{1,5})$/v.exec(data)?.groups;
			const [columns, rows] = [Number(size?.columns), Number(size?.rows)];
			if (columns <= largestSize && rows <= largestSize) {
				return {type: 'window', positionMs, columns, rows};
			}

			throw new FormatError('asciicast', location, `the event holds no size: found ${printFound(data)}, expected columns x rows such as "80x24"`);
		}

		default: {
			return undefined;
		}
	}
}

const encoder = new TextEncoder();
const largestSize = 65_535; // Columns or rows.
