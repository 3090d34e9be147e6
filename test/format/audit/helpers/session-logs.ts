import {readFileSync} from 'node:fs';

/** What one person did over ssh, as the real auditd wrote it: as the kernel says it, and with names. */
export const sessionLogs: Readonly<Record<'raw' | 'enriched', string>> = {
	raw: readLog('session-raw.log'),
	enriched: readLog('session-enriched.log'),
};

function readLog(name: string): string {
	return readFileSync(new URL(`../../../../../fixtures/audit/${name}`, import.meta.url), 'utf8');
}
