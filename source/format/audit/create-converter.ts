import {createAssembler} from './event/create-assembler.ts';
import type {AuditEvent} from './event/audit-event.ts';
import {parseLine} from './line/parse-line.ts';

export type Converter = {
	/** Returns the text of what this line shows to be complete. */
	readonly push: (line: string) => string;
	/** Returns the text of what is complete, for a reader that may not come back for long. */
	readonly takeReady: () => string;
	/** Returns the rest of the output. */
	readonly end: () => string;
};

export type ConverterOptions = {
	/** Prints one event with what goes around it in the output; an empty string for one that is not printed. */
	readonly printEvent: (event: AuditEvent) => string;
	/** What ends the output. */
	readonly printEnd: () => string;
	/** Prints a line that is no record, or counts it and returns an empty string. */
	readonly printOther: (text: string, reason: string) => string;
};

/** Convert an audit log line by line; a blank line is nothing. */
export function createConverter({printEvent, printEnd, printOther}: ConverterOptions): Converter {
	const assembler = createAssembler();

	function print(events: readonly AuditEvent[]): string {
		let text = '';
		for (const event of events) {
			text += printEvent(event);
		}

		return text;
	}

	return {
		push(line) {
			const parsed = parseLine(line);
			if ('reason' in parsed) {
				return parsed.text.trim() === '' ? '' : printOther(parsed.text, parsed.reason);
			}

			return print(assembler.push(parsed));
		},
		takeReady: () => print(assembler.takeReady()),
		end: () => print(assembler.end()) + printEnd(),
	};
}
