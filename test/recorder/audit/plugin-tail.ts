import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {printShipped} from '../../../source/format/audit/shipped/print-shipped.ts';
import {until} from '../../helpers/agent-run.ts';
import {makeAuditHome, makeExec, readSpool, startPluginRun, withoutEnds} from '../../helpers/audit-run.ts';
import type {AuditHome} from '../../helpers/audit-run.ts';

const startAt = (Math.floor(Date.now() / 1000) - 30) * 1000;
const clockOf = (at: number): string => (at / 1000).toFixed(3);

/** Serial by serial, all in the log; the spool's two newest segments begin at the numbers given. */
function makeLife(times: readonly number[], {segments, unshipped = []}: {readonly segments: readonly number[]; readonly unshipped?: readonly number[]}): AuditHome {
	const home = makeAuditHome();
	mkdirSync(path.join(home.spool, 'audit'), {mode: 0o700});
	const lines = times.map((at, index) => {
		const text = withoutEnds(makeExec(index, clockOf(at)));
		appendFileSync(home.log, text);
		return printShipped({type: 'event', at, serial: String(index), part: 1, session: 4, lines: text.split('\n').slice(0, -1), host: 'h', boot: undefined, number: index});
	});
	for (const [index, first] of segments.entries()) {
		const kept = lines.slice(first, segments[index + 1]).filter((_, place) => !unshipped.includes(first + place));
		writeFileSync(path.join(home.spool, 'audit', `${first}.jsonl`), kept.map(line => `${line}\n`).join(''));
	}

	return home;
}

async function listNewSerials(home: AuditHome, lastSerial: number): Promise<readonly string[]> {
	const known = readSpool(home).length;
	const run = startPluginRun(home);
	await run.give(makeExec(lastSerial + 1, clockOf(startAt + 25_000)));
	await until(() => readSpool(home).length > known, run.said);
	await run.end();
	return readSpool(home).slice(known).map(each => each.type === 'event' ? each.serial : each.type);
}

test('what stands in segments that were delivered and removed is not shipped again, be it of the same time as what is left', async t => {
	const times = [0, 5, 5, 5, 6, 1, 9000, 9001].map(ms => startAt + ms);
	t.deepEqual(await listNewSerials(makeLife(times, {segments: [3, 6]}), 7), ['8']);
});

test('what an earlier life did not ship is found in the log although segments were removed', async t => {
	const times = [0, 1, 2, 6000, 6001, 9000, 9001].map(ms => startAt + ms);
	t.deepEqual(await listNewSerials(makeLife(times, {segments: [2, 5], unshipped: [4, 6]}), 6), ['4', '6', '7']);
});

test('all that a first segment lacks is found in the log, from its first event on', async t => {
	const times = [0, 1, 2].map(ms => startAt + ms);
	t.deepEqual(await listNewSerials(makeLife(times, {segments: [0], unshipped: [1, 2]}), 2), ['1', '2', '3']);
});
