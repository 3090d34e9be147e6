import type {Clock} from '../../clock.ts';

const droppedLimit = 3;
const slowestFps = 2;
const recoverMs = 5000;
/** A terminal that takes longer to swallow a frame is behind: writing to a terminal waits until it has room. */
const slowWriteMs = 50;

/** How often the pane may be painted: as often as asked, less on a terminal that cannot follow. */
export type FrameRate = {
	readonly isDue: () => boolean;
	/** Tell how painting went. */
	readonly report: (frame: {readonly wasDropped: boolean; readonly tookMs: number}) => void;
	readonly getFps: () => number;
};

/** After three frames dropped the rate halves, to no less than two a second; after five seconds without it doubles again. */
export function createFrameRate(clock: Clock, mostFps: number): FrameRate {
	let fps = mostFps;
	let dropped = 0;
	let lastAt = -Infinity;
	let calmSince = clock.elapsedMs();

	return {
		isDue() {
			const now = clock.elapsedMs();
			if (fps < mostFps && now - calmSince >= recoverMs) {
				fps = Math.min(mostFps, fps * 2);
				calmSince = now;
			}

			// Ticks come at the full rate, a little early or late: half a tick decides.
			return now - lastAt >= (1000 / fps) - (500 / mostFps);
		},
		report({wasDropped, tookMs}) {
			lastAt = clock.elapsedMs();
			if (!wasDropped && tookMs < slowWriteMs) {
				return;
			}

			calmSince = lastAt;
			dropped++;
			if (dropped < droppedLimit) {
				return;
			}

			dropped = 0;
			fps = Math.max(Math.min(slowestFps, mostFps), fps / 2);
		},
		getFps: () => fps,
	};
}
