import test from 'ava';
import {listPlacedNotes} from '../../../../source/console/player/notes/bookmarks.ts';
import type {PlayerState} from '../../../../source/console/player/player-state.ts';
import type {Note} from '../../../../source/store/note.ts';
import {update} from '../../../../source/console/update.ts';
import {makePlayer} from '../../../helpers/make-player.ts';
import {makeState} from '../../../helpers/make-state.ts';
import {playFixture} from '../../../helpers/play-fixture.ts';
import {pressKeys} from '../../../helpers/press-keys.ts';

const said = (kind: Note['kind'], positionMs: number | undefined, text = ''): Note => ({host: 'web1', rec: 'r', at: 0, who: 'dora', kind, positionMs, text});

const notes = [said('bookmark', 30_000, 'look'), said('note', 40_000, 'hm'), said('bookmark', 10_000), said('bookmark', 80_000), said('unbookmark', 80_000), said('tag', undefined, 'incident'), said('bookmark', 10_000, 'here')];

function press(keys: string, fields: Partial<PlayerState> = {}) {
	const {state} = pressKeys(makeState({player: makePlayer({notes, ...fields})}), ...keys.split(' '));
	return {targetMs: state.player?.targetMs, notice: state.notice?.text};
}

test('what stands is the last word on each position, without what was taken back', t => {
	t.deepEqual(listPlacedNotes(notes).map(({kind, positionMs, text}) => [kind, positionMs, text]), [['bookmark', 10_000, 'here'], ['bookmark', 30_000, 'look'], ['note', 40_000, 'hm']]);
});

test('\' and " go to the next and previous bookmark and say where there is none', t => {
	t.is(press('\'').targetMs, 10_000);
	t.is(press('\' \'').targetMs, 30_000);
	t.is(press('"', {positionMs: 35_000}).targetMs, 30_000);
	t.is(press('\'', {positionMs: 35_000}).notice, 'That was the last bookmark.');
	t.is(press('"').notice, 'That was the first bookmark.');
	t.is(press('\'', {notes: []}).notice, 'No bookmark in this recording: b sets one.');
});

test('bookmarks and notes stand among the events', t => {
	const {state} = pressKeys(makeState({player: makePlayer({notes, positionMs: 30_000})}), 'd');
	t.like(state.overlay, {type: 'detail', index: 1});
	t.deepEqual(state.overlay?.type === 'detail' ? state.overlay.events.map(({text}) => text) : [], ['dora: here', 'dora: look', 'dora: hm']);
});

test('what was said before is read when the recording is opened', async t => {
	const played = await playFixture('web1-alice-nginx.jsonl');
	await played.store.addNote({...said('bookmark', 20_000, 'restart'), host: played.session.host, rec: played.session.rec});
	played.dispatch({type: 'found', session: played.session, positionMs: 0});
	await played.until(({notes: read}) => read.length === 1, 'for the notes');
	await played.seek('space', '\'');
	t.is(played.player.positionMs, 20_000);
	await played.close();
});

const removal = {type: 'addNotes', notes: [{kind: 'unbookmark', positionMs: 30_000, text: ''}]} as const;

function onMark(fields: Partial<PlayerState> = {}) {
	return makeState({player: makePlayer({notes, positionMs: 30_000, isPlaying: false, ...fields})});
}

function addressOf({player}: ReturnType<typeof onMark>): string {
	return `${player?.session.host ?? ''}/${player?.session.rec ?? ''}`;
}

test('b on a bookmark shows its words and whose it is, and takes it back', t => {
	const before = onMark();
	const asked = pressKeys(before, 'b').state;
	t.like(asked.overlay, {type: 'dialog', title: 'Bookmark at 0:30.000', text: ['Set by dora.'], fields: [{input: {text: 'look'}}]});
	t.deepEqual(pressKeys(asked, 'tab', 'tab', 'enter').effects.filter(({type}) => type === 'addNotes'), [{...removal, notes: [{...removal.notes[0], address: addressOf(before)}]}]);
});

test('a bookmark is taken back by no key that only goes on', t => {
	t.is(pressKeys(onMark(), 'b', 'enter').state.notice?.text, 'The bookmark stays as it is.');
	t.deepEqual(pressKeys(onMark(), 'b', 'enter').effects.filter(({type}) => type === 'addNotes'), []);
	t.like(pressKeys(onMark(), 'b', '!', 'enter').effects.find(({type}) => type === 'addNotes'), {notes: [{kind: 'bookmark', positionMs: 30_000, text: 'look!'}]});
});

test('paused, a bookmark beside the position is another one; playing, it is the one just passed', t => {
	t.like(pressKeys(onMark({positionMs: 29_999.6}), 'b').state.overlay, {text: ['Set by dora.']});
	t.like(pressKeys(onMark({positionMs: 30_000.4}), 'b').state.overlay, {text: ['Set by dora.']});
	t.like(pressKeys(onMark({positionMs: 30_400}), 'b').state.overlay, {title: 'Bookmark at 0:30.400', text: []});
	t.like(pressKeys(onMark({positionMs: 30_400, isPlaying: true}), 'b').state.overlay, {title: 'Bookmark at 0:30.000'});
	t.like(pressKeys(onMark({positionMs: 31_400, isPlaying: true}), 'b').state.overlay, {title: 'Bookmark at 0:31.400'});
});

test('among the events b is for the bookmark chosen there', t => {
	t.like(pressKeys(onMark({positionMs: 0}), 'e', 'tab', 'j', 'b').state.overlay, {title: 'Bookmark at 0:30.000'});
});

test(':unbookmark takes back the bookmark at the position, and says so where there is none', t => {
	const before = onMark();
	t.deepEqual(update(before, {type: 'commanded', line: 'unbookmark'}).effects, [{...removal, notes: [{...removal.notes[0], address: addressOf(before)}]}]);
	t.regex(update(onMark({positionMs: 5}), {type: 'commanded', line: 'unbookmark'}).state.notice?.text ?? '', /No bookmark stands here: ' and " go to them/v);
});
