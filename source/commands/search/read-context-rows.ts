import type {Playback} from '../../playback/playback.ts';
import type {Hit} from '../../store/moments.ts';
import {joinRows} from '../../terminal/watch-gone-rows.ts';
import type {GoneRow} from '../../terminal/watch-gone-rows.ts';

/**
The rows of the screen round a hit when it was first seen. Round one that did not stand there is nothing.

@param playback - of its session; is moved to the hit.
@param hit - where to look.
@param count - rows before and behind, at most; blank ones at the ends are left out.
*/
export async function readContextRows(playback: Playback, hit: Hit, count: number): Promise<{readonly before: readonly string[]; readonly behind: readonly string[]}> {
	const {kind, fromMs, line} = hit;
	if (kind !== 'seen') {
		return {before: [], behind: []};
	}

	await playback.seek(fromMs);
	const rows = playback.emulator.readRows();
	const place = findLine(rows, line);
	if (place === undefined) {
		return {before: [], behind: []};
	}

	const texts = rows.map(({text}) => text.trimEnd());
	return {
		before: dropBlankStart(texts.slice(Math.max(0, place.first - count), place.first)),
		behind: dropBlankStart(texts.slice(place.last + 1, place.last + 1 + count).toReversed()).toReversed(),
	};
}

/**
Find the rows of a line on the screen.

@param rows - of the screen, from top to bottom.
@param line - as the index has it, wrapped rows joined.
@returns the first and the last row, counted from 0: of the very line; or else of what is left of it when its first rows have scrolled off; or else of the longest beginning, as it is found when it was still being written.
*/
export function findLine(rows: readonly GoneRow[], line: string): {readonly first: number; readonly last: number} | undefined {
	const lines = joinLines(rows).filter(({text}) => text !== '');
	return lines.find(({text}) => text === line)
		?? lines.find(({text, isContinued}) => isContinued && line.endsWith(text))
		?? lines.filter(({text}) => line.startsWith(text)).toReversed().toSorted((a, b) => b.text.length - a.text.length)[0];
}

type ScreenLine = {
	readonly first: number;
	readonly last: number;
	readonly text: string;
	/** Begins above the screen. */
	readonly isContinued: boolean;
};

function joinLines(rows: readonly GoneRow[]): readonly ScreenLine[] {
	const starts = rows.flatMap((start, first) => start.isWrapped && first > 0 ? [] : [{start, first}]);
	return starts.map(({start, first}, index) => {
		const next = starts[index + 1]?.first ?? rows.length;
		let joined = start;
		for (const row of rows.slice(first + 1, next)) {
			joined = joinRows(joined, row);
		}

		return {first, last: next - 1, text: joined.text.trimEnd(), isContinued: start.isWrapped};
	});
}

function dropBlankStart(rows: readonly string[]): readonly string[] {
	const start = rows.findIndex(row => row.trim() !== '');
	return start === -1 ? [] : rows.slice(start);
}
