import type {Playback} from '../../playback/playback.ts';
import type {Hit} from '../../store/moments.ts';

/**
The rows of the screen round a hit when it was first seen. Round one that was typed there is nothing.

@param playback - of its session; is moved to the hit.
@param hit - where to look.
@param count - rows before and behind, at most; blank ones at the ends are left out.
*/
export async function readContextRows(playback: Playback, hit: Hit, count: number): Promise<{readonly before: readonly string[]; readonly behind: readonly string[]}> {
	const {kind, fromMs, line} = hit;
	if (kind === 'typed') {
		return {before: [], behind: []};
	}

	await playback.seek(fromMs);
	const {lines} = playback.emulator.readScreen();
	// A line over several rows begins with the first of them, and ends with the last.
	const first = lines.findIndex(row => row.trim() !== '' && line.startsWith(row));
	const last = lines.findIndex((row, index) => index >= first && row.trim() !== '' && line.endsWith(row));
	if (first === -1 || last === -1) {
		return {before: [], behind: []};
	}

	return {
		before: dropBlankStart(lines.slice(Math.max(0, first - count), first)),
		behind: dropBlankStart(lines.slice(last + 1, last + 1 + count).toReversed()).toReversed(),
	};
}

function dropBlankStart(rows: readonly string[]): readonly string[] {
	const start = rows.findIndex(row => row.trim() !== '');
	return start === -1 ? [] : rows.slice(start);
}
