import {FormatError} from './format-error.ts';
import type {FormatLocation} from './format-error.ts';
import {printFound} from './print-found.ts';

/**
Parse one line as one JSON object.

@throws {FormatError} `incomplete-line` when the line ends inside the object (torn, or spread over lines), `json` for anything else that is not one object.
*/
export function parseJsonObject(line: string, location: FormatLocation): Readonly<Record<string, unknown>> {
	const value = parseJson(line, location);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new FormatError('json', location, `found ${printFound(value)}, expected one JSON object`);
	}

	return value as Readonly<Record<string, unknown>>; // Checked above; JSON has no other objects.
}

/**
Parse one line as one JSON value.

@throws {FormatError} as `parseJsonObject`.
*/
export function parseJson(line: string, location: FormatLocation): unknown {
	try {
		return JSON.parse(line);
	} catch (error) {
		if (isIncomplete(line)) {
			throw new FormatError('incomplete-line', location, `the line ends before its JSON does, found ${printFound(line)}, expected one whole JSON value on the line`, {cause: error});
		}

		throw new FormatError('json', location, `not JSON, found ${printFound(line)}, expected one JSON value on the line and nothing else`, {cause: error});
	}
}

const depthSteps: ReadonlyMap<string, number> = new Map([['{', 1], ['[', 1], ['}', -1], [']', -1]]);

/** Whether the line stops inside a string, an object or an array. The engine's own words for that are not stable enough to ask. */
function isIncomplete(line: string): boolean {
	let depth = 0;
	let isInString = false;
	for (let index = 0; index < line.length; index++) {
		const character = line[index] ?? '';
		if (isInString && character === '\\') {
			index++;
		} else if (character === '"') {
			isInString = !isInString;
		} else if (!isInString) {
			depth += depthSteps.get(character) ?? 0;
		}
	}

	return isInString || depth > 0;
}
