import {numberOf, syslogFacilities, syslogPriorities} from '../../../recorder/delivery/writer-config.ts';
import {UserError} from '../../user-error.ts';

/** The number before a syslog message, from the two words. */
export function readPriority(facility: string, priority: string): number {
	if (!isKey(facility, syslogFacilities)) {
		throw new UserError(`audit: --syslog-facility is "${facility}", expected one of ${Object.keys(syslogFacilities).join(', ')}`);
	}

	if (!isKey(priority, syslogPriorities)) {
		throw new UserError(`audit: --syslog-priority is "${priority}", expected one of ${Object.keys(syslogPriorities).join(', ')}`);
	}

	return numberOf({facility, priority});
}

function isKey<Table extends object>(word: string, table: Table): word is Extract<keyof Table, string> {
	return Object.hasOwn(table, word);
}
