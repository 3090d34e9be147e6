import test from 'ava';
import fc from 'fast-check';
import {keepPrintable} from '../../../source/console/pane/printable.ts';

const kept = {
	'a letter with a mark': 'e\u{301}',
	'a wide character': '漢',
	'a picture with its selector': '❤\u{FE0F}',
	'a family': '👨\u{200D}👩\u{200D}👧',
	'a joined picture that is not fully qualified': '👁\u{200D}🗨',
	'a flag': '🇫🇷',
	'a flag made of tags': '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
	'a keycap': '1\u{FE0F}\u{20E3}',
	'a private character of a font': '\u{E0B0}',
};
for (const [name, cluster] of Object.entries(kept)) {
	test(`${name} is kept`, t => {
		t.is(keepPrintable(cluster), cluster);
	});
}

const stripped: Readonly<Record<string, readonly [given: string, expected: string]>> = {
	'an escape': ['\u{1B}', ''],
	'a C1 control': ['\u{9B}', ''],
	'an override of the direction': ['\u{202E}', ''],
	'an isolate after a letter': ['a\u{2066}', 'a'],
	'a zero-width space': ['\u{200B}', ''],
	'a joiner after a letter': ['a\u{200D}', 'a'],
	'a selector after a letter': ['a\u{FE0F}', 'a'],
	'a soft hyphen': ['\u{AD}', ''],
	'a line separator': ['\u{2028}', ''],
	'a lone surrogate': ['\u{D800}', ''],
	'tags that hide text in a picture': ['😀\u{E0068}\u{E0069}', '😀'],
};
for (const [name, [given, expected]] of Object.entries(stripped)) {
	test(`${name} is not painted`, t => {
		t.is(keepPrintable(given), expected);
	});
}

test('no control and no character of direction is ever left', t => {
	const property = fc.property(fc.string({unit: 'binary'}), text => !/[\p{Bidi_Control}\p{Control}\p{Surrogate}]/v.test(keepPrintable(text)));
	t.notThrows(() => {
		fc.assert(property);
	});
});
