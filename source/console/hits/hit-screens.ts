import type {Hit} from '../../store/moments.ts';
import type {Session} from '../../store/store.ts';
import type {Playback} from '../../playback/playback.ts';
import type {Loop} from '../loop.ts';
import {createWorkQueue} from '../player/work-queue.ts';
import type {Ports} from '../ports.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {HitScreen} from './hit-screen.ts';

/** Reads recorded screens for the preview, one after the other; of those that wait only the last one is read. */
export type HitScreens = {
	readonly read: (session: Session, hit: Hit) => void;
	/** Close the recording that was read from; the next reading opens one again. */
	readonly rest: () => void;
	readonly close: () => Promise<void>;
};

export function createHitScreens(ports: Ports, dispatch: Loop['dispatch']): HitScreens {
	let opened: {readonly address: string; readonly playback: Playback} | undefined;
	const queue = createWorkQueue(error => {
		// Reading tells its own errors; this one is of closing.
		dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
	});

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
		// Late: the emulator takes long to load.
		const [store, {openPlayback}] = await Promise.all([ports.getStore(), import('../../playback/open-playback.ts')]);
		const playback = await openPlayback(store, session);
		opened = {address, playback};
		return playback;
	}

	async function readAt(session: Session, hit: Hit): Promise<void> {
		const address = addressOf(session);
		try {
			const playback = await openOnce(session, address);
			await playback.seek(hit.fromMs);
			const {lines, cursor} = playback.emulator.readScreen();
			dispatch({type: 'hitScreenRead', screen: {address, positionMs: hit.fromMs, lines, row: findRow(lines, hit), cursorRow: cursor.row, problem: undefined}});
		} catch (error) {
			await closeOpened();
			const problem = `The recording cannot be read: ${error instanceof Error ? error.message : String(error)}`;
			dispatch({type: 'hitScreenRead', screen: {address, positionMs: hit.fromMs, lines: [], row: undefined, cursorRow: 0, problem}});
		}
	}

	return {
		read(session, hit) {
			queue.replace(async () => readAt(session, hit));
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
