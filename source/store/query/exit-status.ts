/**
Read how a program ended, as a recording tells it.

@param exit - a status (`0`) or the name of a signal (`TERM`, `SIGTERM`).
@returns What a shell would tell as `$?`: 128 and the number for a signal; `undefined` when it is neither.
@see `man 7 signal`, the numbers of x86 and ARM
*/
export function readExitStatus(exit: string): number | undefined {
	if (/^\d{1,9}$/v.test(exit)) {
		return Number(exit);
	}

	const number = signals.indexOf(exit.toUpperCase().replace(/^SIG/v, '')) + 1;
	return number === 0 ? undefined : 128 + number;
}

/** In the order of their numbers, from 1. */
export const signals: readonly string[] = [
	'HUP',
	'INT',
	'QUIT',
	'ILL',
	'TRAP',
	'ABRT',
	'BUS',
	'FPE',
	'KILL',
	'USR1',
	'SEGV',
	'USR2',
	'PIPE',
	'ALRM',
	'TERM',
	'STKFLT',
	'CHLD',
	'CONT',
	'STOP',
	'TSTP',
	'TTIN',
	'TTOU',
	'URG',
	'XCPU',
	'XFSZ',
	'VTALRM',
	'PROF',
	'WINCH',
	'IO',
	'PWR',
	'SYS',
];
