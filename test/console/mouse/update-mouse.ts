import test from 'ava';
import {printAddress} from '../../../source/store/address.ts';
import type {State} from '../../../source/console/state.ts';
import {update} from '../../../source/console/update.ts';
import {auditRows, makeAuditState} from '../../helpers/audit-day.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const list = makeAuditState({columns: 80, rows: 24});
const playing = makeState({player: makePlayer()});

function click(state: State, column: number, row: number, isDouble = false): ReturnType<typeof update> {
	return update(state, {type: 'clicked', column, row, isDouble});
}

test('F2 has the terminal report the mouse, and again leaves it alone', t => {
	const on = pressKeys(list, 'f2');
	t.deepEqual(on.effects, [{type: 'setMouse', isOn: true}]);
	t.deepEqual(pressKeys(on.state, 'f2').effects, [{type: 'setMouse', isOn: false}]);
});

test('a plain page leaves the mouse to the terminal, and takes it back', t => {
	const on = pressKeys(list, 'f2').state;
	const plain = pressKeys(on, 'L');
	t.deepEqual(plain.effects, [{type: 'setMouse', isOn: false}]);
	t.deepEqual(pressKeys(plain.state, 'x').effects, [{type: 'setMouse', isOn: true}]);
});

test('a click chooses the row it is on, a double click opens it', t => {
	t.is(click(list, 20, 5).state.sessions.selected, printAddress(auditRows[2] ?? {host: '', rec: ''}));
	const opened = click(list, 20, 6, true);
	t.is(opened.state.screen, 'player');
	t.is(opened.state.player?.session, auditRows[3]);
});

test('a click beside the rows changes nothing', t => {
	for (const row of [0, 1, 2, 22, 23]) {
		t.is(click(list, 20, row).state.sessions.selected, list.sessions.selected, String(row));
	}
});

test('a click on the bar goes there on its own scale, beside it nowhere', t => {
	t.is(click(playing, 1, 20).state.player?.targetMs, 0);
	t.is(click(playing, 78, 20).state.player?.targetMs, 100_000);
	t.is(click(playing, 40, 5).state.player?.targetMs, undefined);
});

test('the wheel scrolls lists and pages, and seeks in the player', t => {
	const down = update(list, {type: 'scrolled', isDown: true}).state;
	t.is(down.sessions.selected, pressKeys(list, 'j', 'j', 'j').state.sessions.selected);
	t.is(update(playing, {type: 'scrolled', isDown: true}).state.player?.targetMs, 5000);
	t.like(update(pressKeys(list, '?').state, {type: 'scrolled', isDown: true}).state.overlay, {type: 'help', firstRow: 3});
});

test('under a dialog the mouse does nothing', t => {
	const asked = pressKeys(list, 't').state;
	t.deepEqual(click(asked, 20, 5, true).state, asked);
	t.deepEqual(update(asked, {type: 'scrolled', isDown: true}).state, asked);
});
