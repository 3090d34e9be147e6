import {setTimeout as sleep} from 'node:timers/promises';
import type {Clock} from '../../source/clock.ts';
import {createCatchUp} from './catch-up.ts';
import {createEventGatherer} from './gather-events.ts';
import type {Gathered, GatheredEvent} from './gather-events.ts';
import type {KernelLosses} from './kernel-losses.ts';
import type {Ledger} from './ledger.ts';
import {createLineCutter} from './line-cutter.ts';
import type {LogStart} from './log-files.ts';
import type {Outbox} from './outbox.ts';
import {createSerialWatch} from './serial-watch.ts';

const lookMs = 1000;
const kernelMs = 10_000;
const roomMs = 50;

/** How far back the log is asked for what seems to be missing. */
const windowMs = 15_000;

/** What auditd has written, but perhaps not yet handed to the disk, when it started us. */
const secondLookMs = 12_000;

/** What stands between auditd and the spool. */
export type Plugin = {
	readonly push: (chunk: Uint8Array) => void;
	/** Something was lost after it came, and may be in the log. */
	readonly lookBack: (sinceAt: number) => void;
	/** Auditd has ended, or wants us to. */
	readonly close: () => Promise<void>;
};

export type PluginOptions = {
	readonly clock: Clock;
	readonly outbox: Outbox;
	/** With what the spool's newest segments hold. */
	readonly ledger: Ledger;
	/** When the last of them happened; undefined when there is none, and what an older log holds is not asked for. */
	readonly lastAt: number | undefined;
	/** Throws when there is no log. */
	readonly openLog: (sinceAt: number) => readonly LogStart[];
	readonly losses: KernelLosses;
	readonly say: (line: string) => void;
};

/** Take lines, put them together, and fill from auditd's log what did not come, or came to one of us who was killed. */
export function startPlugin({clock, outbox, ledger, lastAt, openLog, losses, say}: PluginOptions): Plugin {
	const cutter = createLineCutter();
	const gatherer = createEventGatherer({isEndTold: true});
	const serials = createSerialWatch();
	let seenAt = lastAt ?? 0;

	function ship(event: GatheredEvent): void {
		seenAt = event.at;
		if (!isDaemonOwn(event)) {
			serials.see(event, clock.elapsedMs());
		}

		if (outbox.hasRoom()) {
			outbox.add(ledger.take(event));
		} else {
			outbox.drop(event);
		}
	}

	const catchUp = createCatchUp({
		clock,
		openLog,
		async take(event) {
			if (gatherer.isUnfinished(event.key) || event.at <= ledger.horizonAt()) {
				return;
			}

			while (!outbox.hasRoom()) {
				await sleep(roomMs);
			}

			ship(event);
		},
		release: ship,
		say,
	});

	function take(gathered: readonly Gathered[]): void {
		for (const each of gathered) {
			if (each.type === 'event') {
				catchUp.pass(each);
				if (each.isDoubtful) {
					catchUp.ask(each.at - windowMs);
				}
			} else if (outbox.hasRoom()) {
				outbox.add([each]);
			} else {
				outbox.drop(each);
			}
		}
	}

	async function lookAtKernel(): Promise<void> {
		const count = await losses.look();
		if (count !== undefined && count > 0) {
			outbox.add([{type: 'gap', at: seenAt, cause: 'kernel', count, first: undefined, last: undefined, text: 'records the kernel could not hand to auditd; see backlog_limit in docs/audit.md'}]);
		}
	}

	const timers = [
		setInterval(() => {
			const elapsedMs = clock.elapsedMs();
			take(gatherer.settle(elapsedMs));
			if (serials.isSuspicious(elapsedMs) && catchUp.ask(clock.now() - windowMs) === 'done') {
				outbox.add(serials.tell(elapsedMs));
			}
		}, lookMs),
		setInterval(() => {
			void lookAtKernel();
		}, kernelMs),
	];
	void lookAtKernel();
	if (lastAt !== undefined) {
		catchUp.hold(lastAt - windowMs);
		setTimeout(() => {
			catchUp.ask(lastAt - windowMs);
		}, secondLookMs).unref();
	}

	return {
		push(chunk) {
			for (const line of cutter.push(chunk)) {
				take(gatherer.push(line, clock.elapsedMs()));
			}
		},
		lookBack(sinceAt) {
			catchUp.ask(sinceAt);
		},
		async close() {
			for (const timer of timers) {
				clearInterval(timer);
			}

			take(cutter.end().flatMap(line => gatherer.push(line, clock.elapsedMs())));
			take(gatherer.end());
			await catchUp.close();
		},
	};
}

/** Of auditd itself (`DAEMON_START` and its like), which counts for itself. */
function isDaemonOwn({lines}: GatheredEvent): boolean {
	const [line] = lines;
	return typeof line === 'string' && /^(?:node=\S+ )?type=DAEMON_/v.test(line);
}
