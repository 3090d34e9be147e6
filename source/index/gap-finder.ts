import {describeDamage, describeLoss} from '../format/recording/describe-recorder-facts.ts';
import type {Packet} from '../format/recording/packet.ts';
import type {ReplayMessage} from '../format/recording/read-for-replay.ts';
import type {RecorderFacts} from '../format/recording/recorder-facts.ts';
import {isGap} from '../store/is-gap.ts';
import type {Gap} from '../store/store.ts';
import {createHiddenTextFinder} from './hidden-text-finder.ts';
import {createRedrawWatch} from './redraw-watch.ts';

const leastClockStepMs = 1000; // A clock that is slewed, or rounding in a recorder, stays far below.

/** Finds what is missing or cannot be trusted, and text that was hidden. Messages come in order of id, each followed by its packets. */
export type GapFinder = {
	/** A message begins. `positionMs` is the one under which it is stored. */
	readonly start: (id: number, positionMs: number, read: ReplayMessage) => void;
	readonly add: (packet: Packet) => void;
	/** All packets of the message were added. */
	readonly end: (id: number, read: ReplayMessage) => void;
	/** In order of position. A fault that nothing follows counts as a truncated end. */
	readonly read: () => readonly Gap[];
};

/** Where an earlier finder ended. */
export type GapFinderStart = {
	readonly gaps: readonly Gap[];
	readonly lastId: number;
	readonly lastMs: number;
	/** Wall clock minus position, of the last message. */
	readonly clockMs: number | undefined;
};

type OpenGap = {-readonly [Field in keyof Gap]: Gap[Field]};

const beginning: GapFinderStart = {gaps: [], lastId: 0, lastMs: 0, clockMs: undefined};

export function createGapFinder(before = beginning): GapFinder {
	const gaps: OpenGap[] = before.gaps.filter(gap => isGap(gap)).map(gap => ({...gap}));
	let uncertain = gaps.filter(gap => gap.kind !== 'clock' && gap.certainMs === undefined);
	let unended = gaps.find(gap => gap.kind === 'truncated');
	let watch = createRedrawWatch();
	const hidden = createHiddenTextFinder(before.gaps.filter(gap => !isGap(gap)));
	let {lastId, lastMs, clockMs} = before;
	let presentId = lastId;
	let messageMs = lastMs; // Where what the message before held ends.

	function open(gap: OpenGap): OpenGap {
		gaps.push(gap);
		if (gap.kind !== 'clock') {
			watch = createRedrawWatch();
			uncertain.push(gap);
		}

		return gap;
	}

	function findMissing(id: number, positionMs: number): void {
		if (id > lastId + 1) {
			open({kind: 'missing', fromMs: lastMs, untilMs: Math.max(lastMs, positionMs), firstId: lastId + 1, lastId: id - 1, detail: describeMissing(lastId + 1, id - 1)});
		}
	}

	function findClockStep(id: number, positionMs: number, at: number | undefined): void {
		const presentMs = at === undefined ? undefined : at - positionMs;
		const stepMs = presentMs === undefined || clockMs === undefined ? 0 : presentMs - clockMs;
		clockMs = presentMs ?? clockMs;
		if (positionMs < lastMs) {
			open({kind: 'clock', fromMs: lastMs, untilMs: lastMs, firstId: id, lastId: id, detail: `message ${id} goes back ${describeMs(lastMs - positionMs)} in time`});
		} else if (Math.abs(stepMs) >= leastClockStepMs) {
			open({kind: 'clock', fromMs: positionMs, untilMs: positionMs, firstId: id, lastId: id, detail: `the host's clock was set ${stepMs < 0 ? 'back' : 'forward'} by ${describeMs(Math.abs(stepMs))} at message ${id}`});
		}
	}

	/** The recorder says that nothing was recorded before this message. */
	function findLoss(id: number, positionMs: number, told: RecorderFacts | undefined): void {
		if (told === undefined || (told.gap === undefined && !(told.lostBytes > 0))) {
			return;
		}

		const untilMs = Math.min(positionMs, told.gap?.untilMs ?? positionMs);
		open({kind: 'lost', fromMs: Math.min(untilMs, told.gap?.fromMs ?? lastMs), untilMs, firstId: id, lastId: id, detail: describeLoss(told)});
	}

	/** The recorder says that something is missing since the message before, but not where: it may be anywhere among this one's packets. */
	function findDamage(id: number, told: RecorderFacts | undefined): void {
		const detail = told && describeDamage(told);
		if (detail !== undefined) {
			open({kind: 'damaged', fromMs: messageMs, untilMs: lastMs, firstId: id, lastId: id, detail});
		}
	}

	return {
		start(id, positionMs, {message}) {
			if (unended !== undefined) {
				unended.kind = 'invalid';
				unended.untilMs = Math.max(unended.fromMs, positionMs);
				unended = undefined;
			}

			presentId = id;
			findMissing(id, positionMs);
			findLoss(id, positionMs, message?.recorder);
			messageMs = lastMs;
			findClockStep(id, positionMs, message?.at);
			lastMs = Math.max(lastMs, positionMs);
		},
		add(packet) {
			lastMs = Math.max(lastMs, packet.positionMs);
			if (packet.type === 'output') {
				hidden.add(packet.data, packet.positionMs, presentId);
			}

			if (!(uncertain.length > 0 && packet.type === 'output' && watch.see(packet.data))) {
				return;
			}

			for (const gap of uncertain) {
				gap.certainMs = packet.positionMs;
			}

			uncertain = [];
		},
		end(id, {message, fault}) {
			lastId = id;
			findDamage(id, message?.recorder);
			if (fault !== undefined) {
				unended = open({kind: 'truncated', fromMs: lastMs, untilMs: lastMs, firstId: id, lastId: id, detail: fault.message});
			} else if (message?.recorder?.ending === 'broken') {
				open({kind: 'truncated', fromMs: lastMs, untilMs: lastMs, firstId: id, lastId: id, detail: 'the recorder was gone before the session ended: nothing is recorded from here on'});
			}
		},
		read: () => [...gaps.map(gap => ({...gap})), ...hidden.read()].toSorted((a, b) => a.fromMs - b.fromMs),
	};
}

function describeMissing(firstId: number, lastId: number): string {
	return firstId === lastId ? `message ${firstId} is missing` : `${lastId - firstId + 1} messages (${firstId}–${lastId}) are missing`;
}

function describeMs(ms: number): string {
	return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
