import type {Gap, StoredMessage} from '../store/store.ts';

/** Messages that came after later ones had been played. */
export type LateMessages = {
	/** One that was missing before; in order of id. */
	readonly add: (message: Pick<StoredMessage, 'id' | 'positionMs'>) => void;
	/** A gap for each run of them. They make nothing uncertain: all was read anew. */
	readonly read: () => readonly Gap[];
};

export function createLateMessages(): LateMessages {
	const runs: Array<{firstId: number; lastId: number; fromMs: number; untilMs: number}> = [];
	return {
		add({id, positionMs}) {
			const run = runs.find(({lastId}) => lastId === id - 1);
			if (run === undefined) {
				runs.push({firstId: id, lastId: id, fromMs: positionMs, untilMs: positionMs});
			} else {
				run.lastId = id;
				run.untilMs = Math.max(run.untilMs, positionMs);
			}
		},
		read: () => runs.map(run => ({kind: 'late', ...run, detail: describe(run), certainMs: run.fromMs})),
	};
}

/** How many messages a survey must have seen to have come to its last one with these gaps. */
export function countSeen(lastId: number, gaps: readonly Gap[]): number {
	return lastId - gaps.filter(({kind}) => kind === 'missing').reduce((sum, gap) => sum + gap.lastId - gap.firstId + 1, 0);
}

export function isMissing(id: number, gaps: readonly Gap[]): boolean {
	return gaps.some(gap => gap.kind === 'missing' && gap.firstId <= id && id <= gap.lastId);
}

/** How many messages have come late so far. */
export function countLate(gaps: readonly Gap[]): number {
	return gaps.filter(({kind}) => kind === 'late').reduce((sum, gap) => sum + gap.lastId - gap.firstId + 1, 0);
}

function describe({firstId, lastId}: {readonly firstId: number; readonly lastId: number}): string {
	return firstId === lastId ? `message ${firstId} came late` : `${lastId - firstId + 1} messages (${firstId}–${lastId}) came late`;
}
