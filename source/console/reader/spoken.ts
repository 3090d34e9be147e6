/** The recorded screen as text: its rows, and those of them that changed last. */
export type Spoken = {
	readonly lines: readonly string[];
	readonly changed: readonly string[];
};

export const nothingSpoken: Spoken = {lines: [], changed: []};

/** The screen as read now, after it was read before. */
export function speak(before: Spoken, lines: readonly string[]): Spoken {
	return {lines, changed: lines.filter((line, row) => line !== before.lines[row] && line.trim() !== '')};
}
