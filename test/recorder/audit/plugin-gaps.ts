import test from 'ava';
import {createSerialWatch} from '../../../recorder/audit/serial-watch.ts';
import {until} from '../../helpers/agent-run.ts';
import {makeAuditHome, makeExec, readSpool, startPluginRun, tellLosses} from '../../helpers/audit-run.ts';
import type {AuditHome} from '../../helpers/audit-run.ts';

const nowS = Math.floor(Date.now() / 1000);
const gapsIn = (home: AuditHome) => readSpool(home).filter(each => each.type === 'gap');

test('records that the kernel lost are a gap, told once, those of an earlier life as well', async t => {
	const home = makeAuditHome();
	for (const [lost, counts] of [[3, [3]], [3, [3]], [5, [3, 2]], [1, [3, 2, 1]]] as const) { // It was reset before the last one.
		tellLosses(home.bin, lost);
		const run = startPluginRun(home);
		await run.give(makeExec(readSpool(home).length + 1, `${nowS}.000`));
		await until(() => gapsIn(home).length === counts.length, run.said);
		t.is(await run.end(), 0);
		t.deepEqual(gapsIn(home).map(({cause, count}) => [cause, count]), counts.map(count => ['kernel', count]));
	}
});

test('serials that come neither from auditd nor in its log are a gap that names them', async t => {
	const home = makeAuditHome();
	const run = startPluginRun(home);
	await run.give(makeExec(10, `${nowS}.000`) + makeExec(14, `${nowS}.001`));
	await until(() => gapsIn(home).length > 0, run.said);
	t.is(await run.end(), 0);
	t.like(gapsIn(home), [{cause: 'serials', count: 3, first: '11', last: '13'}]);
});

test('a serial that comes late, or twice, or after a boot, is not missing', t => {
	const watch = createSerialWatch();
	const see = (serial: number, elapsedMs: number): void => {
		watch.see({serial: String(serial), at: 1}, elapsedMs);
	};

	for (const [serial, elapsedMs] of [[10, 0], [13, 0], [11, 100], [12, 4000], [13, 4000], [1, 4000]] as const) {
		see(serial, elapsedMs);
	}

	t.false(watch.isSuspicious(60_000));
	t.deepEqual(watch.tell(60_000), []);
	see(15, 60_000);
	t.false(watch.isSuspicious(64_999));
	t.true(watch.isSuspicious(65_000));
	t.like(watch.tell(70_000), [{cause: 'serials', count: 1, first: '14', last: '14'}]);
	t.deepEqual(watch.tell(90_000), []);
});
