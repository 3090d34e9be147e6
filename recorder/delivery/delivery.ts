/** One message of a recording on its way out. */
export type OutgoingMessage = {
	/** Id of the recording on its host, tlog's `rec`. */
	readonly recording: string;
	readonly user: string;
	/** The audit session, 4294967295 when there is none. */
	readonly session: number;
	readonly id: number;
	readonly positionMs: number;
	/** Wall clock of the first event, epoch milliseconds; `undefined` when it is not known. */
	readonly at: number | undefined;
	/** How the command ended, on the last message only. */
	readonly exit: string | undefined;
	/** It is of the host's audit, and of no recording: `recording` is `audit`, and `id` its number in the spool. */
	readonly isAudit?: boolean;
	/** The JSON line, without its line end. */
	readonly text: string;
};

/**
Where a recorder's messages go.

`write` resolves when the other side has the batch, as far as its protocol can tell (docs/delivery.md says how far). It throws or rejects when nothing of the batch can be relied on; the caller may offer the same messages again, and the delivery connects again by itself. Calls never overlap.
*/
export type Delivery = {
	/** For people: what could not be written to. */
	readonly name: string;
	readonly write: (messages: readonly OutgoingMessage[]) => Promise<void> | void;
	readonly close: () => Promise<void> | void;
};
