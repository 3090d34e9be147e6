import test from 'ava';
import type {Note} from '../../../source/store/note.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {clock, nowAt} from './read-store.ts';
import type {MakeStore} from './read-store.ts';

const key = {host: makeMessage().host, rec: makeMessage().rec};

function makeNote(fields: Partial<Note>): Note {
	return {...key, at: nowAt, who: 'dora', kind: 'note', positionMs: undefined, text: 'looks odd', ...fields};
}

/** What auditors say of a recording. */
export function testNotes(engine: string, makeStore: MakeStore): void {
	test(`${engine}: notes are given back as they were added, in that order`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage(), makeMessage({host: 'web2'})]);
		const notes = [
			makeNote({}),
			makeNote({kind: 'tag', text: 'incident-7', who: 'a"b\n', at: nowAt - 5000}),
			makeNote({kind: 'bookmark', positionMs: 4000, text: ''}),
			makeNote({kind: 'unbookmark', positionMs: 4000, text: ''}),
			makeNote({kind: 'untag', text: 'incident-7'}),
		];
		for (const note of notes) {
			await store.addNote(note);
		}

		t.deepEqual(await store.listNotes(key), notes);
		t.deepEqual(await store.listNotes({...key, host: 'web2'}), []);
		t.deepEqual(await store.listNotes({...key, host: 'none'}), []);
	});

	test(`${engine}: a session tells the tags that stand, and how many notes and bookmarks`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage(), makeMessage({host: 'web2'})]);
		const facts: ReadonlyArray<Partial<Note>> = [
			{kind: 'tag', text: 'b'},
			{kind: 'tag', text: 'a'},
			{kind: 'tag', text: 'b'},
			{kind: 'tag', text: 'gone'},
			{kind: 'untag', text: 'gone'},
			{kind: 'untag', text: 'never'},
			{kind: 'note'},
			{kind: 'bookmark', positionMs: 1},
			{kind: 'bookmark', positionMs: 1, text: 'said again'},
			{kind: 'bookmark', positionMs: 2},
			{kind: 'unbookmark', positionMs: 2},
		];
		for (const fact of facts) {
			await store.addNote(makeNote(fact));
		}

		const [noted, other] = await Promise.all(['web1', 'web2'].map(async host => store.getSession({...key, host})));
		t.deepEqual([noted?.tags, noted?.noteCount], [['a', 'b'], 2]);
		t.deepEqual([other?.tags, other?.noteCount], [[], 0]);
		const [listed] = (await store.listSessions({query: {type: 'all'}, sort: 'host', isDescending: false, limit: 1, offset: 0})).sessions;
		t.deepEqual(listed, noted);
	});

	test(`${engine}: notes stay when the index goes, and the revision tells of them`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage()]);
		const revision = await store.getRevision();
		await store.addNote(makeNote({kind: 'tag', text: 'a'}));
		t.true(await store.getRevision() > revision);
		await store.dropIndex();
		t.is((await store.listNotes(key)).length, 1);
		const session = await store.getSession(key);
		t.deepEqual(session?.tags, ['a']);
	});

	test(`${engine}: a note on a recording that is not there is refused`, async t => {
		const store = await makeStore(t, clock);
		await t.throwsAsync(store.addNote(makeNote({})), {name: 'StoreError', message: /no recording/v});
	});
}
