import type {OutgoingMessage} from './delivery.ts';

/** The program's name in syslog lines, tlog's: what a site has set up for tlog finds ours, too. */
export const syslogTag = 'tlog';

/** The program's name for audit events, which tlog's readers must not take for recordings. */
export const auditTag = 'scribery-audit';

/** Which name a message goes under. */
export function tagOf({isAudit = false}: Pick<OutgoingMessage, 'isAudit'>, tag: string): string {
	return isAudit ? auditTag : tag;
}

/** The program's name in the journal (`journalctl -t`), tlog's as well. */
export const journalTag = 'tlog-rec-session';
