import test from 'ava';
import type {State} from '../../../source/console/state.ts';
import {update} from '../../../source/console/update.ts';
import {addressOf} from '../../../source/console/sessions/address-of.ts';
import {auditRows, makeAuditState, mondayNoon} from '../../helpers/audit-day.ts';
import {drawState} from '../../helpers/draw.ts';
import {makeFacetsState} from '../../helpers/facets-day.ts';
import {makeSession} from '../../helpers/make-session.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const sizes = [{columns: 80, rows: 24}, {columns: 120, rows: 40}] as const;

/** Click where a text stands on the screen. */
async function clickOn(state: State, text: RegExp, isDouble = false): Promise<State> {
	const lines = (await drawState(state)).split('\n');
	const row = lines.findIndex(line => text.test(line));
	if (row === -1) {
		throw new Error(`no ${String(text)} on the screen`);
	}

	return update(state, {type: 'clicked', column: lines[row]?.search(text) ?? 0, row, isDouble}).state;
}

test('a click on a tab shows its list', async t => {
	for (const size of sizes) {
		const list = makeAuditState(size);
		t.is((await clickOn(list, /2 Hits/v)).screen, 'hits');
		t.is((await clickOn(await clickOn(list, /3 Live/v), /1 Sessions/v)).screen, 'sessions');
	}

	t.is((await clickOn(makeAuditState(sizes[0]), /scribery/v)).screen, 'sessions');
});

test('a click chooses a value of the facets, a double click adds it to the filter', async t => {
	for (const size of sizes) {
		const open = makeFacetsState(size);
		const chosen = await clickOn(open, /web1 +4/v);
		t.deepEqual(chosen.facets.selected, {group: 'host', value: 'web1'});
		t.is(chosen.sessions.selected, open.sessions.selected);
		t.regex((await clickOn(open, /web1 +4/v, true)).sessions.filter.text, /host:web1/v);
	}
});

test('a click on the box of facets, or beside it, chooses no row of the list below', t => {
	const open = makeFacetsState(sizes[0]);
	const [column, below] = [40, 70];
	for (let row = 2; row < 22; row++) {
		for (const at of [0, 2, column, below]) {
			t.is(update(open, {type: 'clicked', column: at, row, isDouble: true}).state.sessions.selected, open.sessions.selected);
			t.is(update(open, {type: 'clicked', column: at, row, isDouble: true}).state.screen, 'sessions');
		}
	}
});

test('beside the column of facets a click chooses the row, as ever', t => {
	const open = makeFacetsState(sizes[1]);
	const {state} = update(open, {type: 'clicked', column: 60, row: 5, isDouble: false});
	t.is(state.sessions.selected, addressOf(auditRows[2] ?? makeSession()));
});

test('a click chooses a tile of the wall, a double click follows it', async t => {
	const live = (user: string, host: string) => makeSession({user, host, rec: `boot-1-${host}`, state: 'live', startedAt: mondayNoon - 60_000, endedAt: mondayNoon - 1000, receivedAt: mondayNoon});
	const sessions = [live('bob', 'db2'), live('carol', 'web3'), live('erin', 'bastion1')];
	const wall = pressKeys(makeAuditState(sizes[0]), '3').state;
	const shown: State = {...wall, wall: {...wall.wall, sessions, order: sessions.map(session => addressOf(session)), selected: addressOf(sessions[0] ?? makeSession())}};
	t.is((await clickOn(shown, /carol@web3/v)).wall.selected, addressOf(sessions[1] ?? makeSession()));
	const followed = await clickOn(shown, /erin@bastion1/v, true);
	t.is(followed.screen, 'player');
	t.is(followed.player?.session.host, 'bastion1');
	t.is(update(shown, {type: 'clicked', column: 60, row: 18, isDouble: true}).state.screen, 'live');
});
