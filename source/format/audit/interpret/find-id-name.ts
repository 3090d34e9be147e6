import type {HostNames} from './host-names.ts';
import {toInt} from './to-int.ts';

/** Name of a user id; -1 and its unsigned form are an id that was never set. */
export function findUsername(id: number, {findUser}: HostNames): string {
	return isUnset(id) ? 'unset' : (id < 0 ? undefined : findUser(id)) ?? `unknown(${toInt(id)})`;
}

export function findGroupName(id: number, {findGroup}: HostNames): string {
	return isUnset(id) ? 'unset' : (id < 0 ? undefined : findGroup(id)) ?? `unknown(${toInt(id)})`;
}

function isUnset(id: number): boolean {
	return id === -1 || id === 0xFF_FF_FF_FF;
}
