import {cutLate} from './cut-late.ts';
import type {Followed} from './followed.ts';
import type {Roster} from './roster.ts';
import type {JournalEntry} from './state.ts';

/** When noting fails, how long until it is tried again. */
const retryMs = 1000;

/** Sees to it that no message waits longer than its latency. */
export type LatenessWatch = {
	/** Cursors have gone on; messages may have been begun. */
	readonly look: () => void;
	readonly close: () => void;
};

export type LatenessOptions = {
	readonly roster: Roster;
	readonly elapsedMs: () => number;
	/** Throws when it cannot be noted. */
	readonly note: (entry: JournalEntry) => void;
	readonly onFault: (fault: unknown) => void;
};

export function watchLateness({roster, elapsedMs, note, onFault}: LatenessOptions): LatenessWatch {
	let timer: NodeJS.Timeout | undefined;

	function cutAll(): void {
		timer = undefined;
		const nowMs = elapsedMs();
		const nextMs = Math.min(Infinity, ...roster.open().map(followed => cutOne(followed, nowMs) ?? Infinity));
		if (Number.isFinite(nextMs)) {
			timer ??= setTimeout(cutAll, Math.max(1, nextMs - elapsedMs()));
		}
	}

	function cutOne(followed: Followed, nowMs: number): number | undefined {
		let isCut = false;
		try {
			const dueMs = cutLate(followed, nowMs, cut => {
				note({recording: followed.recording, cut});
				isCut = true;
			});
			if (isCut) {
				roster.wake(followed);
			}

			return dueMs;
		} catch (error) {
			onFault(error);
			return nowMs + retryMs;
		}
	}

	return {
		look() {
			timer ??= setTimeout(cutAll, 1);
		},
		close() {
			clearTimeout(timer);
		},
	};
}
