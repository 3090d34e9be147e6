/** What an event of the audit log says somebody did: made of the event alone, so it can be made again whenever the making gets better. */
export type AuditAction = {
	readonly kind: 'execute' | 'file' | 'network' | 'login' | 'sudo' | 'other';
	/** One line to show, made of text of the log as it is: hostile until a painter has been over it. */
	readonly title: string;
	/** Something every program does and no user asked for: libraries, locales, message of the day. Folded away unless asked for. */
	readonly isNoise: boolean;
	/** Name of the system call, or of the first record's type in lower case where there was none. */
	readonly operation: string;
	/** The arguments of a command, the program's name first. `sudo` logs one line: it is split at its blanks. Empty where the log has none, as for a program that could not be started. */
	readonly argv: readonly string[];
	/** Where relative paths begin. */
	readonly cwd: string | undefined;
	/** The program that acted; for `execute` the one that began. */
	readonly executable: string | undefined;
	readonly paths: readonly AuditPath[];
	readonly addresses: readonly AuditAddress[];
	readonly users: {
		/** Who the process ran as. */
		readonly real: AuditUser | undefined;
		/** Whose rights it had. */
		readonly effective: AuditUser | undefined;
		/** Who logged in; stays through `sudo` and `su`. */
		readonly login: AuditUser | undefined;
		/** Whom a login, `su` or a change of an account was about. */
		readonly subject: AuditUser | undefined;
	};
	readonly pid: number | undefined;
	readonly parentPid: number | undefined;
	/** The audit session; `undefined` outside of a login. */
	readonly sessionId: number | undefined;
	/** As the kernel names it, `pts0`. */
	readonly tty: string | undefined;
	/** As a program names it, `/dev/pts/0` or `ssh`. */
	readonly terminal: string | undefined;
	readonly outcome: {
		/** `undefined` where the log does not tell. */
		readonly isSuccess: boolean | undefined;
		/** What the call gave back, in the log's digits: a mapping's address is too large for a number. */
		readonly exit: string | undefined;
		/** Name of the error, `ENOENT`. */
		readonly error: string | undefined;
	};
	/** Keys of the rules that wanted the event. */
	readonly keys: readonly string[];
};

export type AuditPath = {
	/** Absolute and without `.` and `..`; relative where the log does not tell the folder, which a call may name by a number. */
	readonly path: string;
	readonly access: AuditAccess;
};

export type AuditAccess = 'read' | 'write' | 'create' | 'delete' | 'rename' | 'attributes' | 'execute';

export type AuditAddress = {
	/** `local` for a socket in the file system or an abstract one; `name` for what a program says of the other end. */
	readonly family: 'inet' | 'inet6' | 'local' | 'name';
	/** The number, path or name. */
	readonly address: string;
	readonly port: number | undefined;
};

export type AuditUser = {
	readonly id: number | undefined;
	readonly name: string | undefined;
};
