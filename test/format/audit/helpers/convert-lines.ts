import {createConverter} from '../../../../source/format/audit/create-converter.ts';
import type {ConverterOptions} from '../../../../source/format/audit/create-converter.ts';

/** The objects that a printer of lines makes of a log. */
export function convertLines<Line>(log: string, options: ConverterOptions): readonly Line[] {
	const converter = createConverter(options);
	const text = log.split('\n').map(line => converter.push(line)).join('') + converter.end();
	return text.split('\n').slice(0, -1).map(line => JSON.parse(line) as Line); // The test says what a line has.
}
