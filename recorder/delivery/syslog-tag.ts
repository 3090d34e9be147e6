/** The program's name in syslog lines, tlog's: what a site has set up for tlog finds ours, too. */
export const syslogTag = 'tlog';

/** The program's name in the journal (`journalctl -t`), tlog's as well. */
export const journalTag = 'tlog-rec-session';
