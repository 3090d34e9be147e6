import test from 'ava';
import type {Effect} from '../../../source/console/effect.ts';
import type {JobOrder} from '../../../source/console/jobs/job.ts';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';
import {matchFrames} from '../../helpers/match-frame.ts';
import {keysOf, pressKeys} from '../../helpers/press-keys.ts';

const normal = {columns: 80, rows: 24};
const list = pressKeys(makeAuditState(normal), 'esc').state;
const looped = makeState({player: makePlayer({loop: {fromMs: 10_000, untilMs: 20_000}})});

function orderOf(effects: readonly Effect[]): JobOrder | undefined {
	return effects.find(effect => effect.type === 'startJob')?.order;
}

test('the export dialog', matchFrames, 'export', size => pressKeys({...list, size}, 'x').state);
test('the export dialog of marked sessions', matchFrames, 'export-marked', size => pressKeys(makeAuditState(size), 'x').state);
test('the dialog of a bookmark', matchFrames, 'bookmark', size => pressKeys({...looped, size}, 'b', ...keysOf('the second try')).state);
test('the dialog of tags', matchFrames, 'tags', size => pressKeys({...list, size}, 't', ...keysOf('case-1 case-2')).state);
test('the dialog of a note', matchFrames, 'note', size => pressKeys({...list, size}, 'c', ...keysOf('restart was approved')).state);
test('a note in the player is about where it is', matchFrames, 'note-here', size => pressKeys({...looped, size}, 'c').state);
test('the box of places shows where each leads', matchFrames, 'goto', size => pressKeys({...looped, size}, ':', ...keysOf('goto'), 'enter', ...keysOf('+1:30')).state);
test('a place that cannot be read is told under it', matchFrames, 'goto-wrong', size => pressKeys({...looped, size}, ':', ...keysOf('goto'), 'enter', ...keysOf('noonish'), 'enter').state);
test('what is wrong in a dialog stands under its field', matchFrames, 'tags-wrong', size => pressKeys({...list, size}, 't', ...keysOf('a,b ö/1 c!'), 'enter', 'enter').state);

test('an untouched export is of the whole recording, named for it', t => {
	const {effects} = pressKeys(list, 'x', ...Array.from({length: 6}, () => 'tab'), 'tab', 'enter');
	t.like(orderOf(effects), {type: 'export', request: {format: 'asciicast-v3', fromMs: 0, untilMs: Infinity, idleLimit: 2, hasGaps: true, hasBookmarks: false, file: './web1-2a5bdd2bdd6e4ad3b2ccbe3f6a6f84f7-48-1c81a.cast', reason: ''}});
});

test('the file name follows the format until it is typed', t => {
	const {effects} = pressKeys(list, 'x', 'right', 'right', ...Array.from({length: 7}, () => 'tab'), 'enter');
	t.like(orderOf(effects), {request: {format: 'text', file: './web1-2a5bdd2bdd6e4ad3b2ccbe3f6a6f84f7-48-1c81a.txt'}});
	const typed = pressKeys(list, 'x', ...Array.from({length: 6}, () => 'tab'), 'ctrl-u', ...keysOf('case.cast'), ...Array.from({length: 6}, () => 'shift-tab'), 'right', 'right', ...Array.from({length: 7}, () => 'tab'), 'enter');
	t.like(orderOf(typed.effects), {request: {format: 'text', file: 'case.cast'}});
});

test('a range that is none is told, and nothing is exported', t => {
	const {state, effects} = pressKeys(list, 'x', 'tab', 'ctrl-u', ...keysOf('50:00'), 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'enter');
	t.is(orderOf(effects), undefined);
	t.like(state.overlay, {type: 'dialog', errors: {until: 'The end is before the start.'}, focus: 2});
});

test('only the loop can be exported', t => {
	const {effects} = pressKeys(looped, 'x', 'tab', 'tab', 'tab', 'space', ...Array.from({length: 5}, () => 'tab'), 'enter');
	t.like(orderOf(effects), {request: {fromMs: 10_000, untilMs: 20_000}});
});

test('marked sessions go into a folder, each as a whole', t => {
	const {effects} = pressKeys(makeAuditState(normal), 'x', ...Array.from({length: 5}, () => 'tab'), 'enter');
	const order = orderOf(effects);
	t.is(order?.type === 'export' ? order.request.addresses.length : 0, 2);
	t.like(order, {request: {file: '.', untilMs: Infinity}});
});

test('tags, notes and bookmarks are given to the store', t => {
	t.like(pressKeys(list, 't', ...keysOf('case-1 case-2'), 'tab', ...keysOf('old'), 'enter').effects.at(-1), {
		type: 'addNotes', notes: [{kind: 'tag', text: 'case-1'}, {kind: 'tag', text: 'case-2'}, {kind: 'untag', text: 'old'}],
	});
	t.like(pressKeys(list, 'c', ...keysOf('look'), 'enter').effects.at(-1), {type: 'addNotes', notes: [{kind: 'note', positionMs: undefined, text: 'look'}]});
	t.like(pressKeys(looped, 'b', 'enter').effects.find(effect => effect.type === 'addNotes'), {type: 'addNotes', notes: [{kind: 'bookmark', positionMs: 0, text: ''}]});
	t.like(pressKeys(looped, ':', ...keysOf('tag +x -y'), 'enter').effects.find(effect => effect.type === 'addNotes'), {type: 'addNotes', notes: [{kind: 'tag', text: 'x'}, {kind: 'untag', text: 'y'}]});
});

test('an empty note is refused', t => {
	t.like(pressKeys(list, 'c', 'enter').state.overlay, {errors: {text: 'A note needs words.'}});
});
