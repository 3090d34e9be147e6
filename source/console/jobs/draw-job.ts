import type {Piece} from '../components/row.tsx';
import {formatLength, groupDigits} from '../text/format-length.ts';
import {measureText} from '../text/measure-text.ts';
import {cutPieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Job, JobProgress} from './job.ts';
import {listRunning} from './jobs-state.ts';

const barColumns = 10;

/** How far the running work is, as one row; `undefined` when none runs. Of several the first is told, and how many there are. */
export function drawRunning({state, glyphs}: View): readonly Piece[] | undefined {
	const running = listRunning(state.jobs);
	const [first] = running;
	if (first === undefined) {
		return undefined;
	}

	const title = ` ${showControls(first.title)}  `;
	const more = running.length === 1 ? '' : `  and ${running.length - 1} more, :jobs`;
	const room = state.size.columns - measureText(title + more);
	return cutPieces([{text: title, look: 'accent'}, {text: describeProgress(first.progress, glyphs, room) + more}], state.size.columns, glyphs.ellipsis);
}

/** A job in the list of `:jobs`: what it is, and in a line of its own how far, as much as fits. */
export function describeJob(job: Job, glyphs: View['glyphs'], columns: number): readonly string[] {
	return job.state === 'running' ? [job.title, describeProgress(job.progress, glyphs, columns)] : [`${job.title}: ${job.result}`];
}

/** `▕███████▏▏▏▏▏▏▏▕ 54 %  271 of 501 recordings  18.0 MB/s  about 0:25 left`; what does not fit is left out. */
function describeProgress(progress: JobProgress | undefined, {heat, isAscii}: View['glyphs'], columns: number): string {
	if (progress === undefined) {
		return isAscii ? '...' : '…';
	}

	const {share, done, total, unit, bytesDone, elapsedMs} = progress;
	const filled = Math.round(share * barColumns);
	const [open, close] = isAscii ? ['[', ']'] : ['▕', '▏'];
	const bar = `${open}${(heat.at(-1) ?? '#').repeat(filled)}${' '.repeat(barColumns - filled)}${close}`;
	let line = `${bar} ${Math.floor(share * 100)} %`;
	const facts = [
		`${groupDigits(done)} of ${groupDigits(total)} ${unit}`,
		...(elapsedMs === 0 || bytesDone === 0 ? [] : [`${(bytesDone / 1000 / elapsedMs).toFixed(1)} MB/s`]),
		...(share <= 0 || share >= 1 ? [] : [`about ${formatLength(elapsedMs * (1 - share) / share)} left`]),
	];
	for (const fact of facts) {
		line += measureText(line) + 2 + measureText(fact) <= columns ? `  ${fact}` : '';
	}

	return line;
}
