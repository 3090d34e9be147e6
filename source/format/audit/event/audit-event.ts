import type {AuditRecord} from '../record.ts';

/** All records that the kernel or a program wrote of one thing that happened; they share time, serial and node. */
export type AuditEvent = {
	readonly node: string | undefined;
	readonly seconds: number;
	readonly milliseconds: number;
	/** Counts from the host's boot: alone it names nothing. */
	readonly serial: string;
	/** In the order of the log, at least one. */
	readonly records: readonly AuditRecord[];
};
