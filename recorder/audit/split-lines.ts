import type {RawLine} from '../../source/format/audit/shipped/raw-line.ts';

/** Below what servers take as one message (rsyslog's `imrelp`: 128 KiB; `$MaxMessageSize` is to be raised to 64 KiB), with room for escapes. */
const partCharacters = 24_576;

/** Cut the lines of an event into as many parts as it takes to keep each short; a line is never cut. */
export function splitLines(lines: readonly RawLine[]): ReadonlyArray<readonly RawLine[]> {
	const parts: RawLine[][] = [];
	let characters = Infinity;
	for (const line of lines) {
		if (characters + line.length > partCharacters) {
			parts.push([]);
			characters = 0;
		}

		parts.at(-1)?.push(line);
		characters += line.length;
	}

	return parts;
}
