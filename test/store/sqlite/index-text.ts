import test from 'ava';
import fc from 'fast-check';
import {foldForIndex, makeIndexText} from '../../../source/store/sqlite/seen/index-text.ts';

test('each run of blanks is one blank, whatever blanks they are', t => {
	const blanks = Array.from({length: 0x1_00_00}, (_, code) => String.fromCodePoint(code)).filter(sign => /[^\S\n]/v.test(sign));
	t.true(blanks.length > 20);
	t.deepEqual(blanks.filter(sign => foldForIndex(`a ${sign}${sign} b`) !== 'a b'), []);
});

test('of a command that is being typed, each last word is kept and the text only once', t => {
	const {words, lines} = makeIndexText(['$ l', '$ ls', '$ ls -', '$ ls -l /etc', 'total 5']);
	t.is(lines, '$ ls -l /etc\ntotal 5');
	t.deepEqual(words.trim().split(/\s+/v), ['$', 'ls', '-l', '/etc', 'total', '5', 'l', 'ls']);
});

test('words are cut at 64 letters and parted by signs that are not ASCII', t => {
	const {words} = makeIndexText([`${'é'.repeat(70)}──a│b ${'x'.repeat(65)}`]);
	t.deepEqual(words.trim().split(/\s+/v), ['e'.repeat(64), 'a', 'b', 'x'.repeat(64)]);
});

test('the index has each word of the lines, and each text of three characters', t => {
	const unit = fc.constantFrom('a', 'b', 'É', ' ', '-', '─', '1', 'ab', '\u{A0}', '😀');
	fc.assert(fc.property(fc.array(fc.string({unit, maxLength: 8}), {maxLength: 8}), texts => {
		const {words, lines} = makeIndexText(texts);
		const known = new Set(words.match(/[\p{Letter}\p{Number}]+/gv));
		for (const text of texts) {
			const folded = foldForIndex(text);
			t.true((folded.match(/[\p{Letter}\p{Number}]+/gv) ?? []).every(word => known.has(word)), text);
			t.true(lines.includes(folded), text);
		}
	}), {numRuns: 500});
});
