import test from 'ava';
import {rankSessions} from '../../source/console/sessions/rank-sessions.ts';
import {addressOf} from '../../source/console/sessions/address-of.ts';
import {auditRows, makeAuditState} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';
import {makeSession} from '../helpers/make-session.ts';

test('sessions that fit all words come first, with what fits in their names', t => {
	const {order, matches} = rankSessions(auditRows, ['bob', 'db1']);
	const best = auditRows[7] ?? makeSession();
	t.is(order[0], addressOf(best));
	t.deepEqual(matches.get(addressOf(best)), {user: [{from: 0, to: 3}], host: [{from: 0, to: 3}]});
});

test('a mistyped word still finds', t => {
	t.true(rankSessions(auditRows, ['deplay']).order.includes(addressOf(auditRows[4] ?? makeSession())));
});

test('what fits the typed words stands out in the rows, which keep their columns', async t => {
	const ranking = {...rankSessions(auditRows, ['carol']), isStrict: false};
	const plain = await drawState(makeAuditState({columns: 80, rows: 24}));
	const frame = await drawState(makeAuditState({columns: 80, rows: 24}, {ranking}));
	t.is(frame.split('[carol]').length - 1, 2);
	const columnOf = (text: string) => text.split('\n').find(line => line.includes('web3') && line.includes('carol'))?.indexOf('web3');
	t.is(columnOf(frame), columnOf(plain));
});
