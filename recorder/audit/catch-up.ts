import type {Clock} from '../../source/clock.ts';
import type {GatheredEvent} from './gather-events.ts';
import type {LogStart} from './log-files.ts';
import {readLogEvents} from './read-log-events.ts';

const mostHeldEvents = 10_000;
const mostHeldCharacters = 32 * 1024 * 1024;
const restMs = 10_000;

/** What is so young at the end of a log may be half written; the rest comes from auditd. */
const youngMs = 3000;

/** Fills from auditd's log what did not come from auditd. */
export type CatchUp = {
	/** Begin: read the log, and give out what comes meanwhile after it. */
	readonly hold: (sinceAt: number) => void;
	/** An event came from auditd. */
	readonly pass: (event: GatheredEvent) => void;
	/** Read the log again, not too often. `done`: that was a moment ago. */
	readonly ask: (sinceAt: number) => 'asked' | 'done';
	/** Give out what is held; waits for no log. */
	readonly close: () => Promise<void>;
};

export type CatchUpOptions = {
	readonly clock: Clock;
	readonly openLog: (sinceAt: number) => readonly LogStart[];
	/** An event of the log. */
	readonly take: (event: GatheredEvent) => Promise<void>;
	/** An event from auditd, held or not. */
	readonly release: (event: GatheredEvent) => void;
	readonly say: (line: string) => void;
};

export function createCatchUp({clock, openLog, take, release, say}: CatchUpOptions): CatchUp {
	let held: GatheredEvent[] | undefined;
	let heldCharacters = 0;
	/** Since when events that came were not held: they are in the log. */
	let overflowAt: number | undefined;
	let wantedAt: number | undefined;
	let doneMs = -Infinity;
	let running: Promise<void> | undefined;
	let isClosed = false;
	let saidFault = '';

	async function run(): Promise<void> {
		while (wantedAt !== undefined) {
			const sinceAt = wantedAt;
			wantedAt = undefined;
			const isRead = !isClosed && await wasRead(sinceAt);
			if (overflowAt === undefined || !isRead) {
				continue;
			}

			wantedAt = Math.min(wantedAt ?? Infinity, overflowAt);
			overflowAt = undefined;
		}

		doneMs = clock.elapsedMs();
		letGo();
		running = undefined;
	}

	async function wasRead(sinceAt: number): Promise<boolean> {
		try {
			for await (const events of readLogEvents(openLog(sinceAt), clock)) {
				for (const event of events) {
					if (isClosed) {
						return true;
					}

					if (event.at >= sinceAt && !(event.isDoubtful && clock.now() - event.at < youngMs)) {
						await take(event);
					}
				}
			}

			return true;
		} catch (error) {
			const text = error instanceof Error ? error.message : String(error);
			if (text !== saidFault) {
				saidFault = text;
				say(`auditd's log cannot be read, and what does not come from auditd is not found there: ${text}`);
			}

			return false;
		}
	}

	function letGo(): void {
		const events = held ?? [];
		held = undefined;
		for (const event of events) {
			release(event);
		}
	}

	function ask(sinceAt: number): 'asked' | 'done' {
		if (running === undefined && clock.elapsedMs() - doneMs < restMs) {
			return 'done';
		}

		wantedAt = Math.min(wantedAt ?? Infinity, sinceAt);
		running ??= run();
		return 'asked';
	}

	return {
		hold(sinceAt) {
			held = [];
			ask(sinceAt);
		},
		pass(event) {
			if (held === undefined) {
				release(event);
				return;
			}

			held.push(event);
			heldCharacters += event.lines.reduce((sum, line) => sum + line.length, 0);
			if (!(held.length > mostHeldEvents || heldCharacters > mostHeldCharacters)) {
				return;
			}

			overflowAt = Math.min(overflowAt ?? Infinity, held[0]?.at ?? event.at);
			held = [];
			heldCharacters = 0;
		},
		ask,
		async close() {
			isClosed = true;
			await running;
			letGo();
		},
	};
}
