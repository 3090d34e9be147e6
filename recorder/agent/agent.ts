import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Clock} from '../../source/clock.ts';
import {listSpool, listUser} from '../spool/list-spool.ts';
import {removeSegments} from '../spool/remove-segments.ts';
import {locateSegment, parseSpoolName} from '../spool/spool-file.ts';
import {syncSegment} from '../spool/sync-segment.ts';
import {watchSpool} from '../spool/watch-spool.ts';
import type {AgentConfig} from './agent-config.ts';
import {cutLate} from './cut-late.ts';
import {remainingCuts} from './followed.ts';
import type {Followed} from './followed.ts';
import type {Pump} from './pump.ts';
import {createRoster} from './roster.ts';
import type {Names} from './settle-begun.ts';
import type {StateFolder} from './state-folder.ts';
import type {AgentState, RecordingState} from './state.ts';

/** Changes that come close together are looked at together: a flood changes its file thousands of times a second. */
const gatherMs = 20;
const commitMs = 1000;
const sweepMs = 2000;
const listMs = 10_000;

export type Agent = {
	readonly roster: ReturnType<typeof createRoster>;
	/** Save how far all is, and remove what is with every writer. */
	readonly commit: () => Promise<void>;
	readonly close: () => void;
};

export type AgentOptions = {
	readonly config: AgentConfig;
	readonly clock: Clock;
	readonly names: Names;
	readonly bootId: string;
	readonly folder: StateFolder;
	readonly pumps: readonly Pump[];
	/** Where each writer's destination ends now, where that can be told. */
	readonly readMarks: () => AgentState['marks'];
	/** Tell of a fault, each once until it is mended. */
	readonly onFault: (about: string, fault: unknown) => void;
	readonly onMended: (about: string) => void;
};

/** Follow the spool until closed. */
export function startAgent({config, clock, names, bootId, folder, pumps, readMarks, onFault, onMended}: AgentOptions): Agent {
	const saved = new Map<string, RecordingState>(folder.state.recordings.map(each => [each.recording, each]));
	const {spool} = config;
	const changed = new Set<string>();
	const grown = new Set<string>();
	let gathering: NodeJS.Timeout | undefined;
	let cutting: NodeJS.Timeout | undefined;
	let gatheredMs = 0;
	let isDirty = true;
	let committing: Promise<void> | undefined;

	const roster = createRoster({
		spool,
		settings: config.settings,
		names,
		bootId,
		pumps,
		saved,
		elapsedMs: clock.elapsedMs,
		note(entry) {
			folder.note(entry);
			isDirty = true;
		},
		onFault,
	});

	function gather(): void {
		gathering = undefined;
		gatheredMs = clock.elapsedMs();
		const known = [...changed];
		changed.clear();
		for (const name of known) {
			const file = parseSpoolName(name);
			if (file === undefined || !(roster.has(file.recording) || existsSync(path.join(spool, name)))) {
				continue;
			}

			// We hear of our own removals, too.
			grown.add(name);
			roster.see(file);
		}

		isDirty ||= grown.size > 0;
	}

	/** At once after a time of quiet. */
	function change(name: string): void {
		changed.add(name);
		gathering ??= setTimeout(gather, clock.elapsedMs() - gatheredMs > gatherMs ? 0 : gatherMs);
	}

	function look(): void {
		watch.refresh();
		for (const file of listSpool(spool, onFault)) {
			roster.see(file);
		}
	}

	function progress(): void {
		isDirty = true;
		cutting ??= setTimeout(cut, 1);
	}

	function cut(): void {
		cutting = undefined;
		const nowMs = clock.elapsedMs();
		let nextMs = Infinity;
		for (const followed of roster.open()) {
			nextMs = Math.min(nextMs, cutOne(followed, nowMs) ?? Infinity);
		}

		if (Number.isFinite(nextMs)) {
			cutting ??= setTimeout(cut, Math.max(1, nextMs - clock.elapsedMs()));
		}
	}

	function cutOne(followed: Followed, nowMs: number): number | undefined {
		let isCut = false;
		try {
			const dueMs = cutLate(followed, nowMs, place => {
				folder.note({recording: followed.recording, cut: place});
				isCut = true;
			});
			onMended(config.state);
			if (isCut) {
				roster.wake(followed);
			}

			return dueMs;
		} catch (error) {
			onFault(config.state, error); // Messages are finished by their size and by later frames meanwhile.
			return nowMs + commitMs;
		}
	}

	async function commit(): Promise<void> {
		committing ??= commitOnce();
		try {
			await committing;
			onMended(config.state);
		} catch (error) {
			isDirty = true;
			onFault(config.state, error);
		} finally {
			committing = undefined;
		}
	}

	async function commitOnce(): Promise<void> {
		isDirty = false;
		const recordings = roster.open();
		const synced = [...grown];
		grown.clear();
		await Promise.all(synced.map(async name => syncSegment(path.join(spool, name))));
		folder.save({marks: readMarks(), recordings: [...recordings.flatMap(followed => describe(followed) ?? []), ...saved.values()]});
		for (const followed of recordings) {
			remove(followed);
		}
	}

	function describe(followed: Followed): RecordingState | undefined {
		const {recording, begun} = followed;
		return begun === undefined ? undefined : {recording, begun, cuts: remainingCuts(followed), cursors: Object.fromEntries([...followed.cursors].map(([name, cursor]) => [name, cursor.acknowledged()]))};
	}

	/** What every writer has, as it was saved a moment ago, is not needed any more. */
	function remove(followed: Followed): void {
		const checkpoints = followed.cursors.values().map(cursor => cursor.acknowledged()).toArray();
		if (checkpoints.length === 0) {
			return;
		}

		const isEnded = checkpoints.every(checkpoint => checkpoint.isEnded);
		const neededFrom = Math.min(...checkpoints.map(({place}) => place.segment));
		removeSegments(followed.segments, segment => isEnded || segment < neededFrom, segment => locateSegment(spool, {...followed, segment}));
		if (!isEnded) {
			return;
		}

		roster.drop(followed);
		isDirty = true;
	}

	const watch = watchSpool(spool, {
		onChange: change,
		onUser(user) {
			for (const file of listUser(spool, user, onFault)) {
				roster.see(file);
			}
		},
		onFault,
	});
	look();
	for (const {recording} of folder.state.recordings) {
		if (!roster.has(recording)) {
			saved.delete(recording); // Its files are gone.
		}
	}

	const timers = [
		setInterval(() => {
			if (isDirty) {
				void commit();
			}
		}, commitMs),
		setInterval(roster.sweep, sweepMs),
		setInterval(look, listMs),
	];

	for (const pump of pumps) {
		pump.onProgress(progress);
	}

	return {
		roster,
		commit,
		close() {
			watch.close();
			for (const timer of [...timers, gathering, cutting]) {
				clearTimeout(timer);
			}
		},
	};
}
