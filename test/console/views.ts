import test from 'ava';
import {update} from '../../source/console/update.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {matchFrames} from '../helpers/match-frame.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const list = {...makeAuditState({columns: 80, rows: 24}), views: {'last 24 h': 'since:24h', 'root on db*': 'host:db* user:root', gaps: 'has:gap'}};

test('the saved views over the list', matchFrames, 'views', size => pressKeys({...list, size}, 's', 'j').state);
test('without saved views the menu says how to save one', matchFrames, 'views-none', size => pressKeys({...list, size, views: {}}, 's').state);

test('Enter applies the chosen view, Esc leaves everything as it was', t => {
	const applied = pressKeys(list, 's', 'j', 'enter');
	t.is(applied.state.sessions.filter.text, 'host:db* user:root');
	t.is(applied.effects.find(effect => effect.type === 'list')?.text, 'host:db* user:root');
	t.is(applied.state.overlay, undefined);
	for (const key of ['esc', 's', 'q']) {
		const left = pressKeys(list, 's', key).state;
		t.is(left.overlay, undefined);
		t.is(left.sessions.filter.text, 'since:2d not user:root');
	}
});

test('the menu moves as lists do, whatever list is below', t => {
	const chosenAfter = (...keys: readonly string[]) => {
		const {overlay} = pressKeys(list, ...keys).state;
		return overlay?.type === 'views' ? overlay.selected : undefined;
	};

	for (const tab of ['1', '2', '3']) {
		t.deepEqual([['j'], ['G'], ['G', 'k'], ['G', 'g'], ['ctrl-d'], ['page-down'], ['G', 'ctrl-u'], ['G', 'page-up']].map(keys => chosenAfter(tab, 's', ...keys)), [1, 2, 1, 0, 2, 2, 0, 0]);
	}
});

test('help and command line come over the menu and give it back', t => {
	const chosen = pressKeys(list, 's', 'j').state;
	t.like(pressKeys(chosen, '?').state.overlay, {type: 'help', of: 'menu'});
	t.like(pressKeys(chosen, '?', 'q').state.overlay, {type: 'views', selected: 1});
	t.like(pressKeys(chosen, ':', 'esc').state.overlay, {type: 'views', selected: 1});
});

test('`view NAME` applies, `view save NAME` keeps what is listed, `view delete NAME` forgets', t => {
	t.is(command('view root on db*').state.sessions.filter.text, 'host:db* user:root');
	t.deepEqual(command('view save my own').effects, [{type: 'saveView', name: 'my own', query: 'since:2d not user:root'}]);
	t.deepEqual(command('view delete gaps').effects, [{type: 'saveView', name: 'gaps', query: undefined}]);
	const saved = update(list, {type: 'viewsSaved', views: {a: 'has:gap'}, notice: 'View "a" is saved.'}).state;
	t.deepEqual(saved.views, {a: 'has:gap'});
});

test('a view that is not there, a name left out and an empty filter are told', t => {
	t.is(command('view nothing').state.notice?.text, 'No view "nothing"; there are last 24 h, root on db*, gaps');
	t.is(command('view delete nothing').state.notice?.text, 'No view "nothing"; there are last 24 h, root on db*, gaps');
	t.regex(command('view save').state.notice?.text ?? '', /needs a name/v);
	const all = {...list, sessions: {...list.sessions, applied: {text: '', query: {type: 'all'} as const}}};
	t.regex(update(all, {type: 'commanded', line: 'view save a'}).state.notice?.text ?? '', /no filter to save/v);
});

test('the menu opens from each list, and pasted keys do not choose in it', t => {
	for (const key of ['1', '2', '3']) {
		t.like(pressKeys(list, key, 's').state.overlay, {type: 'views', selected: 0});
	}

	t.like(pressKeys(list, 's', ...keysOf('xyz')).state.overlay, {type: 'views', selected: 0});
});

function command(line: string) {
	return update(list, {type: 'commanded', line});
}
