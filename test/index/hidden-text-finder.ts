import {Buffer} from 'node:buffer';
import test from 'ava';
import {createHiddenTextFinder} from '../../source/index/hidden-text-finder.ts';
import {indexSession} from '../../source/index/index-session.ts';
import {openFixture} from '../helpers/fixture-store.ts';

function find(...texts: readonly string[]): readonly string[] {
	const finder = createHiddenTextFinder();
	for (const [index, text] of texts.entries()) {
		finder.add(Buffer.from(text), index * 1000, index + 1);
	}

	return finder.read().map(({fromMs, untilMs, firstId, lastId, detail}) => `${fromMs}–${untilMs} ms, ${firstId}–${lastId}: ${detail}`);
}

for (const [what, text] of [
	['letters of many scripts', 'naïve Привет 漢字 e\u{301} \u{1B}[31mred\u{1B}[m\r\n'],
	['pictures joined, with a skin, as a flag or in colour', '👩‍💻 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ ☠️'],
	['a sign with a selector of its variant', '✔︎ ≨︀'],
] as const) {
	test(`${what} hide nothing`, t => {
		t.deepEqual(find(text), []);
	});
}

for (const [character, name] of [['\u{202E}', 'U+202E'], ['\u{2066}', 'U+2066'], ['\u{200B}', 'U+200B'], ['\u{200D}', 'U+200D'], ['\u{FEFF}', 'U+FEFF'], ['\u{E0041}', 'U+E0041'], ['\u{3164}', 'U+3164']] as const) {
	test(`${name} among letters is hidden text`, t => {
		t.deepEqual(find(`rm -rf ${character}gpj.exe`), [`0–0 ms, 1–1: hidden text: characters that are not shown (${name})`]);
	});
}

test('an emoji that the terminal was read in the middle of hides nothing', t => {
	t.deepEqual(find('a 👩', '\u{200D}', '💻', ' 👍', '🏽 b', 'c'), []);
	t.deepEqual(find('a', '\u{200D}', 'b'), ['1000–1000 ms, 2–2: hidden text: characters that are not shown (U+200D)']);
});

test('hidden text that nothing follows is found', t => {
	t.deepEqual(find('a\u{202E}'), ['0–0 ms, 1–1: hidden text: characters that are not shown (U+202E)']);
});

test('what follows within two seconds is one moment, what comes later another', t => {
	t.deepEqual(find('\u{200B}', '\u{202E}', 'a', 'b', 'c', '\u{202E}'), [
		'0–1000 ms, 1–2: hidden text: characters that are not shown (U+200B)',
		'5000–5000 ms, 6–6: hidden text: characters that are not shown (U+202E)',
	]);
});

test('more moments than anybody looks at make the last one longer', t => {
	const finder = createHiddenTextFinder();
	for (let id = 1; id <= 1500; id++) {
		finder.add(Buffer.from('\u{200B}'), id * 10_000, id);
	}

	const moments = finder.read();
	t.is(moments.length, 1000);
	t.like(moments.at(-1), {fromMs: 10_000_000, untilMs: 15_000_000, lastId: 1500});
});

test('a finder made from what was found goes on with it', t => {
	const first = createHiddenTextFinder();
	first.add(Buffer.from('\u{200B}'), 0, 1);
	const next = createHiddenTextFinder(first.read());
	next.add(Buffer.from('\u{200B}'), 1500, 2);
	t.like(next.read(), {length: 1, 0: {fromMs: 0, untilMs: 1500, lastId: 2}});
});

test('hidden text is a moment of the index, and no gap of the session', async t => {
	const {store, session} = await openFixture('bastion1-mallory-hostile.jsonl');
	const {gaps, summary} = await indexSession(store, session);
	const kinds = new Set(gaps.map(({kind}) => kind));
	t.true(kinds.has('hidden'));
	t.is(summary.gaps, gaps.filter(({kind}) => kind !== 'hidden').length);
	const indexed = await store.getSession(session);
	t.is(indexed?.state, summary.gaps > 0 ? 'broken' : 'ended');
});
