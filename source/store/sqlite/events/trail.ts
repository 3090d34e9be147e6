import {fold, shortenHost} from '../../query/fold.ts';
import type {NewEvent} from '../../store.ts';
import type {Connection} from '../connection.ts';
import {readNumber, readText} from '../row.ts';
import type {Row} from '../row.ts';

/** What one audit session of one boot of a host wrote. */
export type Trail = {
	readonly trail: number;
	readonly hostFolded: string;
	/** Empty when unknown. */
	readonly boot: string;
};

/** Stands for events outside of any login. */
const noSession = -1;

type Owner = Pick<NewEvent, 'host' | 'boot' | 'auditSession'>;

/** The trail that takes an event, made when it is the first. */
export function openTrail(connection: Connection, {host, boot = '', auditSession = noSession}: Owner): number {
	const values = [host.toWellFormed(), boot, auditSession];
	const known = connection.prepare('select trail from trails where host = ? and boot = ? and audit_session = ?').get(...values);
	if (known !== undefined) {
		return readNumber(known, 'trail');
	}

	const {lastInsertRowid} = connection.prepare('insert into trails (host, boot, audit_session, host_folded, host_short) values (?, ?, ?, ?, ?)').run(...values, fold(host), fold(shortenHost(host)));
	return Number(lastInsertRowid);
}

/** Trails that may have an event already: one log tells the boot, another does not. */
export function listSameTrails(connection: Connection, {host, boot = '', auditSession = noSession}: Owner): readonly number[] {
	return connection.prepare('select trail from trails where host = ? and audit_session = ? and (boot = ? or boot = \'\' or ? = \'\') order by trail')
		.all(host.toWellFormed(), auditSession, boot, boot).map(row => readNumber(row, 'trail'));
}

/**
Do an audit session's events and a recording belong to one session?

A host may be named in full in one of both and shortly in the other. Of a boot that one does not tell nothing is said.
*/
export function isSameSession(trail: Trail, session: {readonly hostFolded: string; readonly boot: string | undefined}): boolean {
	const isSameHost = trail.hostFolded === session.hostFolded || shortenHost(trail.hostFolded) === session.hostFolded || trail.hostFolded === shortenHost(session.hostFolded);
	return isSameHost && (trail.boot === '' || session.boot === undefined || trail.boot === session.boot);
}

export function parseTrail(row: Row): Trail {
	return {trail: readNumber(row, 'trail'), hostFolded: readText(row, 'host_folded'), boot: readText(row, 'boot')};
}

/** The boot in a recording's name, which tlog and we form as boot, process and start; `undefined` in other names. */
export function readBoot(rec: string): string | undefined {
	return /^(?<boot>[\da-f]{32})-[\da-f]+-[\da-f]+$/v.exec(rec)?.groups?.boot;
}
