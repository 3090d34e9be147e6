import test from 'ava';
import fc from 'fast-check';
import type {PlainPattern} from '../../../source/store/query/pattern.ts';
import {createTextMatcher} from '../../../source/store/query/text-matcher.ts';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';
import {findLines, findRecs, makeSeenStore} from '../helpers/seen-store.ts';

const signs = '═'.repeat(200);

/** Texts, each a session's, in all of which the phrase stands in the first line alone. */
const examples: ReadonlyArray<readonly [fact: string, phrase: string, lines: readonly string[]]> = [
	['two words behind a row of signs that goes on in another line', 'eta 1', [`${signs} eta 1`, `${signs} eta 12`]],
	['two words with a row of signs between them', `size ${signs} 7`, [`size ${signs} 7`, `size ${signs} 70`]],
	['a word of letters beyond the 16 bits of a unit', `a${'𐐀'.repeat(40)}`, [`a${'𐐀'.repeat(40)}`]],
	['words with a line feed between them in the query', 'test\nfailed - -', ['nginx: test failed - -']],
];
for (const [fact, phrase, lines] of examples) {
	test(`a phrase is found in text and by session: ${fact}`, async t => {
		const store = await makeSeenStore(t, makeSqliteStore, [lines, ['other']]);
		const query = {type: 'moment', field: 'seen', values: [{type: 'phrase', text: phrase}]} as const;
		t.deepEqual(await findRecs(store, query), ['0']);
		t.is((await findLines(store, query)).length, 1);
	});
}

test('the cut rest of a long word is no word', async t => {
	const line = `${'x'.repeat(20)}rest${'y'.repeat(188)}`;
	const store = await makeSeenStore(t, makeSqliteStore, [[line, `${line} and on`]]);
	t.deepEqual(await findRecs(store, 'seen:rest'), []);
});

const unit = fc.constantFrom(
	'a', 'b', 'É', 'e\u{301}', '\u{301}', ' ', '\u{A0}', '\u{3000}', '\u{2028}', '-', '─', '1', '12', '2026', '𐐀', 'ﬁ', '½', '¨', 'ς', 'Σ', 'İ', 'ß', '漢', '가', '😀', '\u{200D}', '\u{202E}', '.', 'x'.repeat(63), 'y'.repeat(64), 'z'.repeat(65), '𐐀'.repeat(33), 'é'.repeat(70), '='.repeat(190),
);
const line = fc.string({unit, maxLength: 12});
/** Typed letter by letter, too: lines that begin others. */
const screen = fc.tuple(fc.array(line, {maxLength: 3}), line, line).map(([lines, start, end]) => [...lines, start, start + end]);

test('the index leaves out no line that the words themselves are found in, and names no session without', async t => {
	await fc.assert(fc.asyncProperty(fc.array(screen, {minLength: 1, maxLength: 4}), fc.infiniteStream(fc.tuple(fc.nat(), fc.nat(), fc.nat(20), fc.boolean())), async (screens, cuts) => {
		const texts = screens.map(lines => lines.map(text => text.trimEnd()));
		const store = await makeSeenStore(t, makeSqliteStore, texts);
		const all = texts.flat();
		for (const [number, from, length, isPhrase] of cuts.take(20)) {
			const letters = [...all[number % all.length] ?? ''];
			const start = from % Math.max(1, letters.length);
			const pattern: PlainPattern = {type: isPhrase ? 'phrase' : 'word', text: letters.slice(start, start + length + 1).join('')};
			const matcher = createTextMatcher(pattern);
			const recs = texts.flatMap((lines, rec) => lines.some(text => matcher.find(text).length > 0) ? [String(rec)] : []);
			const query = {type: 'moment', field: 'seen', values: [pattern]} as const;
			t.deepEqual([...await findRecs(store, query)].toSorted(), recs, JSON.stringify(pattern));
			t.is((await findLines(store, query)).length, recs.length, JSON.stringify(pattern));
		}

		await store.close();
	}), {numRuns: 15});
});
