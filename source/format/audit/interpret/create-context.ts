import type {Field} from '../field/field.ts';
import type {AuditRecord} from '../record.ts';
import {findMachine} from '../tables/find-machine.ts';
import {findSyscall} from '../tables/find-syscall.ts';
import type {HostNames} from './host-names.ts';
import type {InterpretContext} from './interpretation.ts';
import {readInteger} from './read-integer.ts';
import {readEnriched} from './read-enriched.ts';

/** Gather what the fields of one record say about each other. */
export function createContext({type, enriched}: AuditRecord, fields: readonly Field[], hostNames: HostNames): InterpretContext {
	const isCall = type.number === systemCall || type.number === seccomp;
	const valueOf = (name: string): string => isCall ? fields.find(field => field.name === name)?.value ?? '' : '';
	const machine = archPlaces.has(fields.findIndex(({name}) => name === 'arch')) ? findMachine(valueOf('arch')) ?? '' : '';
	return {
		hostNames,
		type: type.number,
		machine,
		syscall: isCall ? findSyscall(machine, readInteger(valueOf('syscall'), 10)) : undefined,
		a0: valueOf('a0'),
		a1: valueOf('a1'),
		enriched: readEnriched(enriched),
	};
}

const archPlaces: ReadonlySet<number> = new Set([0, 9]); // Where SYSCALL and SECCOMP have it; libauparse takes it from nowhere else.
const systemCall = 1300;
const seccomp = 1326;
