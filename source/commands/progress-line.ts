import type {Context} from './context.ts';

export type Progress = {
	readonly verb: string;
	readonly done: number;
	readonly total: number;
	readonly unit: string;
	/** How much of the work is done, 0 to 1. */
	readonly share: number;
	/** Tells the speed. */
	readonly bytesDone?: number;
};

export type ProgressLine = {
	readonly show: (progress: Progress) => void;
	readonly clear: () => void;
};

const showEveryMs = 100;
const barColumns = 16;

/** One line on a terminal's stderr, drawn over and over; elsewhere nothing. */
export function createProgressLine({stderr, clock}: Context): ProgressLine {
	const startMs = clock.elapsedMs();
	let shownMs = -Infinity;

	return {
		show(progress) {
			const nowMs = clock.elapsedMs();
			if (!stderr.isTTY || nowMs - shownMs < showEveryMs) {
				return;
			}

			shownMs = nowMs;
			stderr.write(`\r\u{1B}[K${print(progress, nowMs - startMs).slice(0, stderr.columns - 1)}`);
		},
		clear() {
			if (shownMs !== -Infinity) {
				stderr.write('\r\u{1B}[K');
			}
		},
	};
}

function print({verb, done, total, unit, share, bytesDone}: Progress, elapsedMs: number): string {
	const filled = Math.round(share * barColumns);
	const bar = '█'.repeat(filled) + ' '.repeat(barColumns - filled);
	const speed = elapsedMs === 0 || bytesDone === undefined ? '' : `  ${(bytesDone / 1000 / elapsedMs).toFixed(1)} MB/s`;
	const left = share === 0 ? '' : `  about ${printLeft(elapsedMs * (1 - share) / share)} left`;
	return `${verb} ${total} ${unit}  ▕${bar}▏ ${Math.floor(share * 100)} %  ${done} of ${total}${speed}${left}`;
}

function printLeft(leftMs: number): string {
	const seconds = Math.ceil(leftMs / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
