import {printShipped} from '../../source/format/audit/shipped/print-shipped.ts';
import {createLedger} from './ledger.ts';
import type {Ledger} from './ledger.ts';
import {createOutbox} from './outbox.ts';
import type {Outbox} from './outbox.ts';
import {placeOutgoing} from './outgoing.ts';
import type {Origin} from './outgoing.ts';
import {readSpoolTail} from './read-spool-tail.ts';
import {rememberTail} from './remember-tail.ts';
import {openSpoolWriter} from './spool-writer.ts';

const mostWaitingCharacters = 64 * 1024 * 1024;

/** A spool of audit events, to be written to. */
export type AuditSpool = {
	readonly outbox: Outbox;
	/** With what its newest segments hold. */
	readonly ledger: Ledger;
	/** Of its last event, epoch milliseconds; undefined when there is none. */
	readonly lastAt: number | undefined;
	/** Write what waits, for so long at most. */
	readonly close: (patienceMs: number) => Promise<void>;
};

export type AuditSpoolOptions = {
	readonly folder: string;
	readonly origin: Origin;
	readonly mostBytes: () => number;
	readonly nowAt: number;
	readonly onFault: (fault: unknown) => void;
	readonly onMended: () => void;
	readonly onGap: (sinceAt: number) => void;
};

export function openAuditSpool({folder, origin, mostBytes, nowAt, onFault, onMended, onGap}: AuditSpoolOptions): AuditSpool {
	const tail = readSpoolTail(folder);
	const ledger = createLedger();
	const lastAt = rememberTail(ledger, tail);
	const writer = openSpoolWriter({folder, tail, mostBytes, firstNumber: nowAt * 1000}); // Above all of a spool that was thrown away.
	const outbox = createOutbox({
		mostCharacters: mostWaitingCharacters,
		write: async items => writer.append(number => items.map((item, index) => printShipped(placeOutgoing(item, origin, number + index)))),
		onFault,
		onMended,
		onGap,
	});
	return {
		outbox,
		ledger,
		lastAt,
		async close(patienceMs) {
			await outbox.close(patienceMs);
			await writer.close();
		},
	};
}
