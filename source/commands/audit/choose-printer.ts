import {createAushape} from '../../format/audit/aushape/create-aushape.ts';
import {createTimePrinter} from '../../format/audit/aushape/print-time.ts';
import type {ConverterOptions} from '../../format/audit/create-converter.ts';
import {createEcs} from '../../format/audit/ecs/create-ecs.ts';
import {createNdjson} from '../../format/audit/ndjson/create-ndjson.ts';
import type {Conversion} from './read-conversion.ts';
import {readHostNames} from './read-host-names.ts';

export type Printer = ConverterOptions & {
	/** A document has begun and not ended. */
	readonly isOpen: () => boolean;
};

/**
Make the printer that the options ask for.

@param conversion - what the options say.
@param countOther - is told of each line that is no record, which aushape's format has no place for.
*/
export function choosePrinter(conversion: Conversion, countOther: (text: string, reason: string) => void): Printer {
	const hostNames = readHostNames(conversion.passwdFile, conversion.groupFile);
	switch (conversion.format) {
		case 'ndjson': {
			return {...createNdjson({...conversion, hostNames}), isOpen: () => false};
		}

		case 'ecs': {
			return {...createEcs({...conversion, hostNames}), isOpen: () => false};
		}

		case 'aushape': {
			return {
				...createAushape({...conversion, hostNames, printTime: createTimePrinter(instantMs => -new Date(instantMs).getTimezoneOffset())}),
				printOther(text, reason) {
					countOther(text, reason);
					return '';
				},
			};
		}

		default: {
			return conversion.format satisfies never;
		}
	}
}
