import {printFlags} from '../tables/flag-table.ts';
import {flags, numbers} from '../tables/tables.ts';
import {readInteger} from './read-integer.ts';

/** What a mapping may do; `mmap` also takes `PROT_SEM`. */
export function printProtections(value: number, hasSem: boolean): string {
	return printFlags(value, hasSem ? [...flags.protections, [8, 'PROT_SEM']] : flags.protections) || 'PROT_NONE';
}

/** What a new process shares, and the signal its end sends. */
export function printCloneFlags(value: number): string {
	const signal = (value & 0xFF) === 0 ? undefined : numbers.signals.get(value & 0xFF);
	return [printFlags(value, flags.cloneFlags), signal ?? ''].filter(part => part !== '').join('|');
}

export function printSharedMemory(value: number): string {
	return [printFlags(value, flags.sharedMemoryFlags), (value & 0o777).toString(8).padStart(4, '0')].filter(part => part !== '').join('|');
}

/** The policy, and whether children begin with the ordinary one. */
export function printScheduler(value: string): string {
	const bits = readInteger(value, 16);
	const name = numbers.schedulers.get(bits & 0xF);
	return name === undefined ? `unknown-scheduler-policy(0x${value})` : `${name}${(bits & 0x40_00_00_00) === 0 ? '' : '|SCHED_RESET_ON_FORK'}`;
}
