import {readFields} from '../../field/read-fields.ts';
import {createContext} from '../../interpret/create-context.ts';
import type {AuditRecord} from '../../record.ts';
import {findRecordType} from '../../tables/find-record-type.ts';
import {printField} from '../print-json-event.ts';
import {renameRepeated} from '../rename-repeated.ts';
import {shapeField} from '../shape-fields.ts';
import {createCache} from './create-cache.ts';
import type {PrinterOptions} from './printer-options.ts';

/** Prints the fields of a run of text, with what the daemon added behind a 0x1D; `undefined` where the run must not be read alone. */
export type RunPrinter = (run: string) => string | undefined;

/**
Make a printer of the part of a record that is nearly always one of a few.

@param typeName - of the records.
@param taken - names that stand elsewhere in the record: a run with one of them is not printed, for the second of a name is printed otherwise.
@param options - how it is printed.
*/
export function createRunPrinter(typeName: string, taken: ReadonlySet<string>, options: PrinterOptions): RunPrinter {
	const {separator, hostNames} = options;
	const type = findRecordType(typeName);
	return createCache(run => {
		const divider = run.indexOf('\u{1D}');
		const record: AuditRecord = {...nothing, type, line: run, text: divider === -1 ? run : run.slice(0, divider), enriched: divider === -1 ? '' : run.slice(divider + 1)};
		const fields = readFields(record);
		const context = createContext(record, fields, hostNames);
		if (fields.some(({name}) => taken.has(name)) || context.enriched.keys().some(name => taken.has(name))) {
			return undefined;
		}

		return renameRepeated(fields.map(field => shapeField(field, context))).map(field => printField(field)).join(separator);
	});
}

const nothing = {node: undefined, seconds: 0, milliseconds: 0, serial: '0', bodyStart: 0} as const;
