import test from 'ava';
import fc from 'fast-check';
import {showControls} from '../../source/terminal/show-controls.ts';

for (const [text, shown] of [
	['ls -la', 'ls -la'],
	['\u{1B}[31mred', String.raw`\x1b[31mred`],
	['a\tb\r\n', String.raw`a\x09b\x0d\x0a`],
	['\u{9B}31m', String.raw`\x9b31m`],
	['user\u{202E}nimda', String.raw`user\u202enimda`],
	['ro\u{200B}ot', String.raw`ro\u200bot`],
	['\u{E0041}', String.raw`\u{e0041}`],
	['a\u{2028}b', String.raw`a\u2028b`],
	['Ünal 田中', 'Ünal 田中'],
	['👩‍💻 ❤️', '👩‍💻 ❤️'],
	['\u{D800}', '\u{FFFD}'],
] as const) {
	test(`${JSON.stringify(text)} is shown as ${JSON.stringify(shown)}`, t => {
		t.is(showControls(text), shown);
	});
}

test('a letter with thousands of marks is cut to what a script needs', t => {
	const shown = showControls(`e${'\u{301}'.repeat(80_000)}x`);
	t.is(shown, `e${'\u{301}'.repeat(15)}\u{FFFD}x`);
});

test('nothing that moves or reorders passes, whatever the text', t => {
	fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
		t.notRegex(showControls(text), /[\p{Bidi_Control}\p{Control}\u{200B}\u{2028}\u{2029}\u{FEFF}]/v);
	}));
});
