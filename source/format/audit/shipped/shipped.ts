import type {RawLine} from './raw-line.ts';

/** What a recorded host ships of its audit: one line of JSON each. */
export type Shipped = ShippedEvent | ShippedGap | ShippedText;

type Sent = {
	/** The recorded host, named as in its recordings. */
	readonly host: string;
	/** Boot id without dashes, as recordings have it; `undefined` for what an older boot left in a log. */
	readonly boot: string | undefined;
	/** Wall clock, epoch milliseconds: an event's own; for others, that of the last event before. */
	readonly at: number;
	/** Counts what the host's spool has ever held, without holes; `undefined` for what went by no spool. Not part of who it is. */
	readonly number: number | undefined;
};

/** All lines of one event, or a part of them. */
export type ShippedEvent = Sent & {
	readonly type: 'event';
	/** Decimal, up to 2^64. Counts from the host's boot. */
	readonly serial: string;
	/** From 1. Further parts carry lines that would make the first one too long, or that came late: they belong behind its own. */
	readonly part: number;
	/** The audit session; `undefined` for what belongs to none. */
	readonly session: number | undefined;
	/** As auditd gave them, in its order, without `EOE`. At least one. */
	readonly lines: readonly RawLine[];
};

/** Something is missing, or may be. */
export type ShippedGap = Sent & {
	readonly type: 'gap';
	readonly cause: GapCause;
	/** How many events (`kernel`: records); `undefined` when that cannot be told. */
	readonly count: number | undefined;
	/** Serials of the first and the last event missing, where they are known. */
	readonly first: string | undefined;
	readonly last: string | undefined;
	/** For people. */
	readonly text: string;
};

export const gapCauses = ['kernel', 'serials', 'memory', 'spool', 'log'] as const;

/**
Who lost it: `kernel` counts records it could not hand to auditd; `serials` were seen neither from auditd nor in its log, which the kernel's filters can cause as well; `memory` and `spool`: there was no more room for what auditd gave; `log`: a log file was cut or removed before it was read to its end.
*/
export type GapCause = (typeof gapCauses)[number];

/** A line that is no audit record. */
export type ShippedText = Sent & {
	readonly type: 'text';
	readonly line: RawLine;
	readonly reason: string;
	/** From 1: which one behind the same event. */
	readonly place: number;
};
