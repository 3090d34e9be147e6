import {createTimePrinter} from '../aushape/print-time.ts';
import {printJsonEvent} from '../aushape/print-json-event.ts';
import {createQuickPrinter} from '../aushape/quick/create-quick-printer.ts';
import {quoteJson} from '../aushape/quote-json.ts';
import {shapeEvent} from '../aushape/shape-event.ts';
import type {ShapeOptions} from '../aushape/shape-event.ts';
import type {ConverterOptions} from '../create-converter.ts';
import {trimPrecisely} from './trim-precisely.ts';

export type NdjsonOptions = Pick<ShapeOptions, 'hostNames' | 'hasText'> & {
	/** Of one event; Infinity for any. */
	readonly mostBytes: number;
};

/**
Print each event as one line of JSON, with the members that aushape has.

Unlike there, times are UTC, records that do not fit together stand beside the error, what was cut is told, and a line of the log that is no record is a line as well, with its text and the reason. `version` begins each.
*/
export function createNdjson({hostNames, hasText, mostBytes}: NdjsonOptions): ConverterOptions {
	const shape: ShapeOptions = {hostNames, hasText, isTolerant: true, printTime: createTimePrinter(() => 0)};
	const printQuickly = mostBytes === Infinity ? createQuickPrinter(shape, layout) : undefined;
	return {
		printEvent(event) {
			const quick = printQuickly?.(event);
			if (quick !== undefined) {
				return finish(quick);
			}

			const shaped = shapeEvent(event, shape);
			return shaped === undefined ? '' : trimPrecisely(shaped, mostBytes, fitting => finish(printJsonEvent(fitting, layout)));
		},
		printOther: (text, reason) => `{"version":1,"text":[${quoteJson(text)}],"reason":${quoteJson(reason)}}\n`,
		printEnd: () => '',
	};
}

const layout = {foldLevel: 0, indentSize: 0, eventLevel: 0} as const;

function finish(event: string): string {
	return `{"version":1,${event.slice(1)}\n`;
}
