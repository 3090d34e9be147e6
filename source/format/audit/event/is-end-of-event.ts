/**
Whether no record of the same event follows one of this type.

Daemons and programs write single records, but a login's is followed by the system call it was. PROCTITLE is the last one that reaches a log since auditd 3, EOE the last one that plugins get.

@see audit-userspace `auparse/ellist.c` and its change of version 4 for LOGIN
*/
export function isEndOfEvent(type: number | undefined): boolean {
	return type === undefined
		? false
		: type === processTitle || type === endOfEvent || type === kernel || (type < firstEvent && type !== login) || type >= firstAnomaly || (type >= firstLabel && type <= lastLabel);
}

export const login = 1006;
const firstEvent = 1300;
export const endOfEvent = 1320;
const processTitle = 1327;
const firstLabel = 1406;
const lastLabel = 1419;
const kernel = 2000;
const firstAnomaly = 2100;
