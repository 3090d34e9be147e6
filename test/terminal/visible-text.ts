import test from 'ava';
import {readVisibleCodePoint, readVisibleText} from '../../source/terminal/visible-text.ts';

const cases: ReadonlyArray<readonly [text: string, visible: string]> = [
	['a', 'a'],
	['e\u{301}', 'e\u{301}'],
	['👨\u{200D}👩\u{200D}👧', '👨\u{200D}👩\u{200D}👧'],
	['❤\u{FE0F}', '❤\u{FE0F}'],
	['1\u{FE0F}\u{20E3}', '1\u{FE0F}\u{20E3}'],
	['🏴\u{E0067}\u{E007F}', '🏴\u{E0067}\u{E007F}'],
	['a\u{200D}', 'a'],
	['a\u{E0041}\u{E0042}', 'a'],
	['a\u{FE0F}', 'a'],
	['❤\u{202E}', '❤'],
	['\u{AD}', ''],
	['\u{2028}', ''],
	['\u{3164}', ''],
];

for (const [text, visible] of cases) {
	test(`of ${JSON.stringify(text)} ${JSON.stringify(visible)} is painted`, t => {
		t.is(readVisibleText(text), visible);
	});
}

test('a single character is judged like the same text', t => {
	const differing = Array.from({length: 0x11_00_00}, (_, codePoint) => codePoint)
		.filter(codePoint => codePoint >= 0xA0 && (codePoint < 0xD8_00 || codePoint > 0xDF_FF))
		.filter(codePoint => readVisibleCodePoint(codePoint) !== readVisibleText(String.fromCodePoint(codePoint)));
	t.deepEqual(differing, []);
});
