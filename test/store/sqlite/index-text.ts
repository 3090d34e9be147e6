import test from 'ava';
import fc from 'fast-check';
import {findNeeds} from '../../../source/store/sqlite/search/needs.ts';
import {foldForIndex, makeIndexText, makePairToken} from '../../../source/store/sqlite/seen/index-text.ts';
import {listWordPairs} from '../../../source/store/sqlite/seen/word-pairs.ts';

test('each run of blanks is one blank, whatever blanks they are', t => {
	const blanks = Array.from({length: 0x1_00_00}, (_, code) => String.fromCodePoint(code)).filter(sign => /[^\S\n]/v.test(sign));
	t.true(blanks.length > 20);
	t.deepEqual(blanks.filter(sign => foldForIndex(`a ${sign}${sign} b`) !== 'a b'), []);
});

test('of a command that is being typed, each last word is kept and the text only once', t => {
	const {words, lines} = makeIndexText(['$ l', '$ ls', '$ ls -', '$ ls -l /etc', 'total 5']);
	t.is(lines, '$ ls -l /etc\ntotal 5');
	t.deepEqual([...new Set(words.trim().split(/\s+/v))].toSorted(), ['$', '-', '-l', '/etc', '5', 'l', 'ls', 'total']);
});

test('words are cut at 64 letters and parted by signs that are not ASCII', t => {
	const {words} = makeIndexText([`${'é'.repeat(70)}──a│b ${'x'.repeat(65)}`]);
	t.deepEqual(words.trim().split(/\s+/v), ['e'.repeat(64), 'a', 'b', 'x'.repeat(64)]);
});

test('a pair of words is the same wherever it stands, and none goes over a line\'s end', t => {
	const {pairs} = makeIndexText(['sudo systemctl restart', 'nginx: sudo -- systemctl']);
	t.deepEqual(pairs.split(' ').toSorted(), ['sudo systemctl', 'systemctl restart', 'nginx: sudo', 'sudo -- systemctl'].map(pair => listWordPairs(pair)).toSorted());
	t.is(listWordPairs('sudo\nsystemctl'), '');
	t.not(listWordPairs('a b'), listWordPairs('b a'));
});

test('numbers that are rare by themselves make no pairs', t => {
	t.is(listWordPairs('commit 2e75163'), '');
	t.is(listWordPairs('17 59'), '');
	t.not(listWordPairs('8 rows'), '');
});

test('the index has each word of the lines, and each text of three characters', t => {
	const unit = fc.constantFrom('a', 'b', 'É', ' ', '-', '─', '1', 'ab', '\u{A0}', '😀');
	fc.assert(fc.property(fc.array(fc.string({unit, maxLength: 8}), {maxLength: 8}), texts => {
		const {words, pairs, lines} = makeIndexText(texts);
		const known = new Set(words.match(/[\p{Letter}\p{Number}]+/gv));
		const knownPairs = new Set(pairs.split(' '));
		for (const text of texts) {
			const folded = foldForIndex(text);
			t.true((folded.match(/[\p{Letter}\p{Number}]+/gv) ?? []).every(word => known.has(word)), text);
			t.true(lines.includes(folded), text);
			const asked = folded === '' ? [] : findNeeds({type: 'phrase', text: folded}).pairs.map(pair => makePairToken(pair));
			t.true(asked.every(pair => pair === '' || knownPairs.has(pair)), text);
		}
	}), {numRuns: 500});
});
