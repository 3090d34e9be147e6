import {createAushape} from '../../../../source/format/audit/aushape/create-aushape.ts';
import type {AushapeOptions} from '../../../../source/format/audit/aushape/create-aushape.ts';
import {createTimePrinter} from '../../../../source/format/audit/aushape/print-time.ts';
import {createConverter} from '../../../../source/format/audit/create-converter.ts';

export const noNames: AushapeOptions['hostNames'] = {findUser: id => id === 0 ? 'root' : undefined, findGroup: id => id === 0 ? 'root' : undefined};

/** The whole output for a log, times in UTC and root the only user unless said. */
export function convertText(input: string, options: Partial<AushapeOptions> = {}): string {
	const converter = createConverter({
		...createAushape({
			language: 'json',
			documentSize: {type: 'all'},
			layout: {foldLevel: 4, indentSize: 4},
			mostBytes: Infinity,
			hasText: false,
			hostNames: noNames,
			printTime: createTimePrinter(() => 0),
			...options,
		}),
		printOther: () => '',
	});
	return input.split('\n').map(line => converter.push(line)).join('') + converter.end();
}

type Data = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The events of a log as aushape's JSON has them. */
export function convertEvents(input: string): ReadonlyArray<{readonly serial: number; readonly error?: string; readonly text?: readonly string[]; readonly data: Data}> {
	return JSON.parse(convertText(input)) as ReturnType<typeof convertEvents>;
}
