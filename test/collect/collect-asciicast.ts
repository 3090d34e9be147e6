import {Buffer} from 'node:buffer';
import test from 'ava';
import {collectInput} from '../../source/collect/collect-input.ts';
import {openEmptyStore} from '../helpers/fixture-store.ts';

async function * read(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}

const cast = '{"version":2,"width":80,"height":24,"timestamp":1795000000}\n[1,"o","a"]\n[2.5,"m","deploy begins"]\n[3,"o","b"]\n[4,"m","second"]\n';

test('labels of an asciicast become bookmarks', async t => {
	const store = await openEmptyStore();
	await collectInput(store, read(cast), {file: 'labels.cast'});
	const {sessions} = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: 1, offset: 0});
	const [session] = sessions;
	t.is(session?.noteCount, 2);
	const notes = await store.listNotes(session ?? {host: '', rec: ''});
	t.deepEqual(notes.map(({kind, positionMs, text, at, who}) => [kind, positionMs, text, at, who]), [
		['bookmark', 2500, 'deploy begins', 1_795_000_002_500, 'asciicast'],
		['bookmark', 4000, 'second', 1_795_000_004_000, 'asciicast'],
	]);
});

test('importing an asciicast again adds no bookmark twice', async t => {
	const store = await openEmptyStore();
	await collectInput(store, read(cast), {file: 'labels.cast'});
	await collectInput(store, read(cast), {file: 'labels.cast'});
	const {sessions} = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: 2, offset: 0});
	t.deepEqual(sessions.map(({noteCount}) => noteCount), [2]);
});
