import {once} from 'node:events';
import type {Writable} from 'node:stream';
import type {FollowTarget} from '../../../recorder/audit/follow-to-spool.ts';
import type {Gathered} from '../../../recorder/audit/gather-events.ts';
import {createLedger} from '../../../recorder/audit/ledger.ts';
import {placeOutgoing} from '../../../recorder/audit/outgoing.ts';
import type {Origin, Outgoing} from '../../../recorder/audit/outgoing.ts';
import {createEventCollector} from '../../collect/collect-events.ts';
import {createReport} from '../../collect/report.ts';
import {printShipped} from '../../format/audit/shipped/print-shipped.ts';
import type {Store} from '../../store/store.ts';

/** A line of JSON each. */
export function openStdoutTarget(stdout: Writable, origin: Origin): FollowTarget {
	const print = createPrinter(origin);
	return {
		async take(items) {
			const text = print(items).map(line => `${line}\n`).join('');
			if (text !== '' && !stdout.write(text)) {
				await once(stdout, 'drain');
			}
		},
		async close() {
			// Others may write there, too.
		},
	};
}

/** Into a store, which knows what it has. */
export function openStoreTarget(store: Store, file: string, origin: Origin): FollowTarget {
	const print = createPrinter(origin);
	const collector = createEventCollector(store, createReport(), {file});
	let count = 0;
	return {
		async take(items) {
			for (const line of print(items)) {
				await collector.addShipped(line, ++count);
			}

			await collector.flush();
		},
		async close() {
			await collector.flush();
		},
	};
}

function createPrinter(origin: Origin): (items: ReadonlyArray<Gathered | Outgoing>) => readonly string[] {
	const ledger = createLedger();
	return items => items.flatMap(item => 'key' in item ? ledger.take(item) : [item]).map(item => printShipped(placeOutgoing(item, origin, undefined)));
}
