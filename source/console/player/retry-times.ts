import type {Clock} from '../../clock.ts';

const delaysMs = [1000, 2000, 4000, 8000, 16_000, 30_000];

/** When to try again what has failed: after 1, 2, 4, 8, 16 and from then on 30 seconds. */
export type RetryTimes = {
	readonly isDue: () => boolean;
	readonly succeed: () => void;
	readonly fail: () => void;
};

export function createRetryTimes(clock: Pick<Clock, 'elapsedMs'>): RetryTimes {
	let failures = 0;
	let dueMs = -Infinity;

	return {
		isDue: () => clock.elapsedMs() >= dueMs,
		succeed() {
			failures = 0;
			dueMs = -Infinity;
		},
		fail() {
			dueMs = clock.elapsedMs() + (delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0);
			failures++;
		},
	};
}
