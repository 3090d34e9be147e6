import type {AuditAction} from '../format/audit/action/audit-action.ts';
import type {RawLine} from '../format/audit/shipped/raw-line.ts';

/** One event of a host's audit log on its way into a store. Host, boot, time and serial name it: the same event may come twice, from a log and from the wire. */
export type NewEvent = {
	readonly host: string;
	/** Of the kernel that wrote it: 32 hexadecimal digits, as in the name of a recording; `undefined` where the log does not tell. */
	readonly boot: string | undefined;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Decimal, up to 2^64: too large for a number. Of what is no event (a gap, a line that is no record) a name of its own. */
	readonly serial: string;
	/** `undefined` for what happened outside of a login. */
	readonly auditSession: number | undefined;
	/** Its lines as received, without line ends, at least one. Kept verbatim. */
	readonly lines: readonly RawLine[];
};

/** `action` is derived from the lines, and derived again whenever that gets better. */
export type StoredEvent = NewEvent & {readonly action: AuditAction};

/** A login of which audit events tell commands, files or network, and no recording does: nothing of them lies in a recording's time. */
export type UnrecordedLogin = {
	readonly host: string;
	/** `undefined` where the log does not tell. */
	readonly boot: string | undefined;
	readonly auditSession: number;
	/** Who logged in: by name where the log has one, else by number; text of the log as it is. */
	readonly user: string | undefined;
	/** Epoch milliseconds of the first event and of the last. */
	readonly firstAt: number;
	readonly lastAt: number;
	readonly audit: SessionAudit;
};

/** The latest of them, and how many there are. */
export type UnrecordedLogins = {readonly logins: readonly UnrecordedLogin[]; readonly total: number};

/** What the audit events say of a recording's session, for lists. */
export type SessionAudit = {
	/** All that are joined to the recording. */
	readonly events: number;
	/** Programs that were begun while it was recorded. */
	readonly commands: number;
	/** The first of them, at most three, each one line; text of the log as it is. */
	readonly firstCommands: readonly string[];
	readonly lastCommand: string | undefined;
	/** One of them ran with the rights of user 0. */
	readonly isRoot: boolean;
};
