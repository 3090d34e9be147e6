import type {Hit} from '../../store/moments.ts';
import {printAddress} from '../../store/address.ts';
import type {TextRange} from '../../store/query/text-range.ts';
import type {Session} from '../../store/store.ts';
import type {Playback} from '../../playback/playback.ts';
import type {Loop} from '../loop.ts';
import {createWorkQueue} from '../player/work-queue.ts';
import type {Ports} from '../ports.ts';
import {addressOf} from '../sessions/address-of.ts';
import {createLineMarker} from '../text/line-marker.ts';
import type {HitScreen} from './hit-screen.ts';
import type {HitsEffect} from './hits-effect.ts';

/** Reads recorded screens for the preview, one after the other; of those that wait only the last one is read. */
export type HitScreens = {
	readonly read: (wanted: WantedScreen) => void;
	/** Close the recording that was read from; the next reading opens one again. */
	readonly rest: () => void;
	readonly close: () => Promise<void>;
};

type WantedScreen = Extract<HitsEffect, {type: 'readHitScreen'}>;

export function createHitScreens(ports: Ports, dispatch: Loop['dispatch']): HitScreens {
	let opened: {readonly address: string; readonly playback: Playback} | undefined;
	/** One a kind of hit: each looks for patterns of its own. */
	const markers = {seen: createLineMarker(tellCostly), typed: createLineMarker(tellCostly), cmd: createLineMarker(tellCostly), file: createLineMarker(tellCostly), net: createLineMarker(tellCostly)};
	const queue = createWorkQueue(error => {
		// Reading tells its own errors; this one is of closing.
		dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
	});

	function tellCostly(message: string): void {
		dispatch({type: 'noticed', text: message, isError: false});
	}

	async function closeOpened(): Promise<void> {
		const closing = opened;
		opened = undefined;
		await closing?.playback.close();
	}

	/** Hits of one session are read from one playback: seeking in it is cheaper than opening it again. */
	async function openOnce(session: Session, address: string): Promise<Playback> {
		if (opened?.address === address) {
			return opened.playback;
		}

		await closeOpened();
		// Finding the hit is logged; seeing the whole screen round it is more.
		await ports.recordAccess('show', printAddress(session), 'hit preview');
		// Late: the emulator takes long to load.
		const [store, {openPlayback}] = await Promise.all([ports.getStore(), import('../../playback/open-playback.ts')]);
		const playback = await openPlayback(store, session);
		opened = {address, playback};
		return playback;
	}

	async function readAt({session, hit, patterns}: WantedScreen): Promise<void> {
		const address = addressOf(session);
		try {
			const playback = await openOnce(session, address);
			await playback.seek(hit.fromMs);
			const {lines, cursor} = playback.emulator.readScreen();
			const marks = markers[hit.kind].find(lines, patterns).map(ranges => dropOverlaps(ranges));
			dispatch({type: 'hitScreenRead', screen: {address, positionMs: hit.fromMs, lines, marks, row: findRow(lines, hit), cursorRow: cursor.row, problem: undefined}});
		} catch (error) {
			await closeOpened();
			const problem = `The recording cannot be read: ${error instanceof Error ? error.message : String(error)}`;
			dispatch({type: 'hitScreenRead', screen: {address, positionMs: hit.fromMs, lines: [], marks: [], row: undefined, cursorRow: 0, problem}});
		}
	}

	return {
		read(wanted) {
			queue.replace(async () => readAt(wanted));
		},
		rest() {
			queue.replace(closeOpened);
		},
		async close() {
			await queue.close();
			await closeOpened();
		},
	};
}

/** In order, none over another. */
function dropOverlaps(ranges: readonly TextRange[]): readonly TextRange[] {
	const kept: TextRange[] = [];
	for (const range of ranges.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
		if (range.from >= (kept.at(-1)?.to ?? 0) && range.to > range.from) {
			kept.push(range);
		}
	}

	return kept;
}

/** The row of the screen that has the hit's first match: a line may take several rows. */
function findRow(lines: HitScreen['lines'], {line, matches}: Hit): number | undefined {
	const [match] = matches;
	const wanted = match === undefined ? line : line.slice(match.from, match.to);
	const candidates = lines.flatMap((text, row) => text !== '' && text.includes(wanted) ? [row] : []);
	// Of rows with the same word, the one that is the line or a part of it.
	const found = candidates.find(row => line === lines[row]) ?? candidates.find(row => line.includes(lines[row] ?? '')) ?? candidates[0];
	const start = lines.findIndex(text => text !== '' && line.startsWith(text));
	return found ?? (start === -1 ? undefined : start);
}
