import {existsSync} from 'node:fs';
import path from 'node:path';
import {listSpool, listUser} from '../spool/list-spool.ts';
import {measureSpool} from '../spool/measure-spool.ts';
import {parseSpoolName} from '../spool/spool-file.ts';
import {syncSegment} from '../spool/sync-segment.ts';
import {watchSpool} from '../spool/watch-spool.ts';
import type {AgentOptions} from './agent-options.ts';
import {startAuditShipping} from './audit-shipping.ts';
import {addNote, noCounts} from './agent-status.ts';
import {describeAgent} from './describe-agent.ts';
import {createGatherer} from './gatherer.ts';
import {describeRecording, removeDelivered} from './followed.ts';
import {createRoster} from './roster.ts';
import {watchLateness} from './watch-lateness.ts';
import type {RecordingState} from './state.ts';

const commitMs = 1000;
const sweepMs = 2000;
const tellMs = 10_000;

/** Only for what the kernel may have dropped news of. */
const listTurns = 3;

/** A spool with more files is measured only when it is listed: some 5 us a file. */
const mostMeasured = 500;

export type Agent = {
	readonly roster: ReturnType<typeof createRoster>;
	/** Save how far all is, and remove what is with every writer. */
	readonly commit: () => Promise<void>;
	readonly close: () => void;
};

/** Follow the spool until closed. */
export function startAgent({config, clock, names, bootId, folder, pumps, readMarks, onFault, onMended, faults, onLevel}: AgentOptions): Agent {
	const saved = new Map<string, RecordingState>(folder.state.recordings.map(each => [each.recording, each]));
	const {spool} = config;
	const grown = new Set<string>();
	const startedAt = clock.now();
	let counts = noCounts;
	let measure = measureSpool(config.spool, config.limits, onFault);
	let turns = 0;
	let isDirty = true;
	let committing: Promise<void> | undefined;

	const roster = createRoster({
		spool,
		settings: config.settings,
		names,
		bootId,
		pumps: pumps.filter(({name}) => config.writers[name]?.carries !== 'audit'),
		saved,
		elapsedMs: clock.elapsedMs,
		note(entry) {
			isDirty = true;
			try {
				folder.note(entry);
			} catch (error) {
				onFault(config.state, error);
			}
		},
		onNote(note) {
			counts = addNote(counts, note);
		},
		onFault,
		onMended,
	});

	const audit = startAuditShipping({
		spool,
		pumps: pumps.filter(({name}) => config.writers[name]?.carries !== 'recordings'),
		saved: folder.state.audit ?? {},
		onFault,
	});

	const gatherer = createGatherer(clock.elapsedMs, changed => {
		for (const name of changed) {
			const file = parseSpoolName(name);
			if (file === undefined || !(roster.has(file.recording) || existsSync(path.join(spool, name)))) {
				continue;
			}

			// We hear of our own removals, too.
			grown.add(name);
			roster.see(file);
		}

		isDirty ||= grown.size > 0;
	});

	function look(): void {
		try {
			watch.refresh();
			for (const file of listSpool(spool, onFault)) {
				roster.see(file);
			}

			onMended(spool);
		} catch (error) {
			onFault(spool, error);
		}
	}

	function measureAnew(): void {
		const before = measure.level;
		try {
			measure = measureSpool(spool, config.limits, onFault);
		} catch (error) {
			onFault(spool, error);
		}

		if (measure.level !== before) {
			onLevel(measure);
		}
	}

	function tell(): void {
		try {
			folder.tell(`${JSON.stringify(describeAgent({spool, measure, counts, startedAt, nowAt: clock.now(), roster, pumps, audit: audit.measure(), faults: faults()}))}\n`);
		} catch (error) {
			onFault(config.state, error);
		}
	}

	function progress(): void {
		isDirty = true;
		lateness.look();
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

		if (measure.files <= mostMeasured) {
			measureAnew();
		}

		tell();
	}

	async function commitOnce(): Promise<void> {
		isDirty = false;
		const synced = [...grown];
		grown.clear();
		await Promise.all(synced.map(async name => syncSegment(path.join(spool, name))));
		const recordings = roster.open();
		folder.save({marks: readMarks(), audit: audit.places(), recordings: [...recordings.flatMap(followed => describeRecording(followed) ?? []), ...saved.values()]});
		audit.removeDelivered();
		for (const followed of recordings) {
			if (removeDelivered(followed, spool) !== 'all') {
				continue;
			}

			roster.drop(followed);
			counts = {...counts, delivered: counts.delivered + 1};
			isDirty = true;
		}
	}

	const lateness = watchLateness({
		roster,
		elapsedMs: clock.elapsedMs,
		note(entry) {
			folder.note(entry);
			onMended(config.state);
		},
		onFault(fault) {
			onFault(config.state, fault); // Messages are finished by their size and by later frames meanwhile.
		},
	});
	const watch = watchSpool(spool, {
		onChange: gatherer.add,
		onUser(user) {
			for (const file of listUser(spool, user, onFault)) {
				roster.see(file);
			}
		},
		onFault,
	});
	look();
	audit.look();
	tell();
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
		setInterval(() => {
			roster.sweep();
			audit.look();
		}, sweepMs),
		setInterval(() => {
			if (++turns % listTurns === 0) {
				look();
			}

			measureAnew();
			tell();
		}, tellMs),
	];

	for (const pump of pumps) {
		pump.onProgress(progress);
	}

	return {
		roster,
		commit,
		close() {
			watch.close();
			audit.close();
			for (const timer of timers) {
				clearInterval(timer);
			}

			gatherer.close();
			lateness.close();
		},
	};
}
