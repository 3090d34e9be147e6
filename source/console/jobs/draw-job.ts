import type {Piece} from '../components/row.tsx';
import {formatLength, groupDigits} from '../text/format-length.ts';
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

	const more = running.length === 1 ? '' : `  and ${running.length - 1} more, :jobs`;
	return cutPieces([{text: ` ${showControls(first.title)}  `, look: 'accent'}, {text: describeProgress(first.progress, glyphs) + more}], state.size.columns, glyphs.ellipsis);
}

/** A job in the list of `:jobs`. */
export function describeJob(job: Job, glyphs: View['glyphs']): string {
	return job.state === 'running' ? `${job.title}  ${describeProgress(job.progress, glyphs)}` : `${job.title}: ${job.result}`;
}

/** `▕███████▏▏▏▏▏▏▏▕ 54 %  271 of 501 recordings  18.0 MB/s  about 0:25 left`. */
function describeProgress(progress: JobProgress | undefined, {heat, isAscii}: View['glyphs']): string {
	if (progress === undefined) {
		return isAscii ? '...' : '…';
	}

	const {share, done, total, unit, bytesDone, elapsedMs} = progress;
	const filled = Math.round(share * barColumns);
	const [open, close] = isAscii ? ['[', ']'] : ['▕', '▏'];
	const bar = `${open}${(heat.at(-1) ?? '#').repeat(filled)}${' '.repeat(barColumns - filled)}${close}`;
	const speed = elapsedMs === 0 || bytesDone === 0 ? '' : `  ${(bytesDone / 1000 / elapsedMs).toFixed(1)} MB/s`;
	const left = share <= 0 || share >= 1 ? '' : `  about ${formatLength(elapsedMs * (1 - share) / share)} left`;
	return `${bar} ${Math.floor(share * 100)} %  ${groupDigits(done)} of ${groupDigits(total)} ${unit}${speed}${left}`;
}
