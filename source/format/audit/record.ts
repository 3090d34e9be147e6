import type {RecordType} from './tables/find-record-type.ts';

/** One line of an audit log. */
export type AuditRecord = {
	readonly type: RecordType;
	/** Host that the line names with `node=`. */
	readonly node: string | undefined;
	/** Since 1970. */
	readonly seconds: number;
	readonly milliseconds: number;
	/** Decimal, up to 2^64: too large for a number. */
	readonly serial: string;
	/** The whole line without what ends it. */
	readonly line: string;
	/** The line without what the daemon added behind it. */
	readonly text: string;
	/** Where the fields begin in `text`. */
	readonly bodyStart: number;
	/** What an enriching daemon looked up on the recorded host, `UID="root" AUID="alice"`; empty without. */
	readonly enriched: string;
};
