/** Where an agent's messages go: one writer of `agent.json`, in the same shape. Files are named by absolute paths. */
export type WriterConfig = (FileWriterConfig | SyslogWriterConfig | JournalWriterConfig | CollectorWriterConfig) & {
	/** When not both: recordings, or the host's audit events. */
	readonly carries?: 'recordings' | 'audit';
};

export type FileWriterConfig = {
	readonly type: 'file';
	readonly path: string;
};

export type SyslogWriterConfig = {
	readonly type: 'syslog';
	readonly facility: SyslogFacility;
	readonly priority: SyslogPriority;
} & (UnixAddress | TcpAddress | TlsAddress);

export type JournalWriterConfig = {
	readonly type: 'journal';
	/** The journal's socket. */
	readonly path: string;
	readonly priority: SyslogPriority;
	/** Send user, session and recording as fields of their own, so that `journalctl TLOG_REC=…` and `tlog-play` find them. */
	readonly augment: boolean;
};

/** RELP: each message is acknowledged by the other side. */
export type CollectorWriterConfig = {
	readonly type: 'collector';
} & (UnixAddress | TlsAddress);

export type UnixAddress = {readonly transport: 'unix'; readonly path: string};

export type TcpAddress = {readonly transport: 'tcp'; readonly host: string; readonly port: number};

export type TlsAddress = {readonly transport: 'tls'; readonly host: string; readonly port: number; readonly tls: TlsConfig};

/** PEM files; Node's list of authorities when `ca` is not set. The other side's certificate is always verified. */
export type TlsConfig = {
	readonly ca?: string;
	readonly certificate?: string;
	readonly key?: string;
	/** The name its certificate must carry, when that is not the host's. */
	readonly serverName?: string;
};

/** Numbers as in RFC 5424, 6.2.1. */
export const syslogFacilities = {kern: 0, user: 1, mail: 2, daemon: 3, auth: 4, syslog: 5, lpr: 6, news: 7, uucp: 8, cron: 9, authpriv: 10, ftp: 11, local0: 16, local1: 17, local2: 18, local3: 19, local4: 20, local5: 21, local6: 22, local7: 23} as const;

export type SyslogFacility = keyof typeof syslogFacilities;

export const syslogPriorities = {emerg: 0, alert: 1, crit: 2, err: 3, warning: 4, notice: 5, info: 6, debug: 7} as const;

export type SyslogPriority = keyof typeof syslogPriorities;

/** The number that stands at the head of a syslog line. */
export function numberOf({facility, priority}: {readonly facility: SyslogFacility; readonly priority: SyslogPriority}): number {
	return (8 * syslogFacilities[facility]) + syslogPriorities[priority];
}
