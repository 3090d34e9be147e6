/** What stands on a host, as far as it decides whether sessions are recorded. */
export type HostFacts = {
	/** What `/usr/bin/tlog-rec-session` is: the program that SSSD starts. */
	readonly recorder: RecorderFact | undefined;
	/** `undefined` without SSSD. */
	readonly sssd: SssdFact | undefined;
	/** Users whose login shell in /etc/passwd is the recorder. */
	readonly usersWithRecorder: readonly string[];
	/** The sources of `passwd:` in nsswitch.conf, in their order. */
	readonly passwdSources: readonly string[];
	/** By service, of those that log somebody in and exist here; what they include is in its place. */
	readonly pam: ReadonlyMap<string, readonly PamRule[]>;
	/** `undefined` without an SSH server. */
	readonly sshd: SshdFact | undefined;
	/** The programs of /etc/shells. */
	readonly shells: readonly string[];
	readonly spool: {readonly path: string; readonly uid: number; readonly mode: number} | undefined;
	readonly agent: AgentFact;
	/** Sessions on a terminal that SSSD wanted recorded, and whose shell sshd started all the same. */
	readonly missed: ReadonlyArray<{readonly processId: number; readonly program: string}>;
};

export type RecorderFact = {
	/** Where the name leads. */
	readonly program: string;
	readonly uid: number;
	/** Permissions, set-uid and set-gid. */
	readonly mode: number;
};

export type SssdFact = {
	readonly scope: string;
	/** Some domain of it knows the users of /etc/passwd. */
	readonly hasLocalUsers: boolean;
};

export type PamRule = {
	readonly type: string;
	/** File name of the module. */
	readonly module: string;
	readonly words: readonly string[];
};

export type SshdFact = {
	/** What is started for sftp; `undefined`: nothing. */
	readonly sftp: string | undefined;
	readonly forcesInternalSftp: boolean;
	readonly permitsUserRc: boolean;
	readonly usesPam: boolean;
};

export type AgentFact = {
	readonly file: string;
	/** Why it could not work with that file. */
	readonly fault: string | undefined;
	readonly isRunning: boolean;
};

export const recorderPath = '/usr/bin/tlog-rec-session';
export const ourRecorder = 'scribery-session';

/** Whether anybody is to be recorded. */
export function isRecordingWanted({sssd, usersWithRecorder}: HostFacts): boolean {
	return doesSssdRecord(sssd) || usersWithRecorder.length > 0;
}

export function doesSssdRecord(sssd: SssdFact | undefined): boolean {
	return sssd !== undefined && sssd.scope !== 'none';
}
