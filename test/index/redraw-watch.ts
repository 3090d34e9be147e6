import test from 'ava';
import {createRedrawWatch} from '../../source/index/redraw-watch.ts';

const encoder = new TextEncoder();

for (const [name, text] of Object.entries({
	'a full clear': 'a\u{1B}[2Jb',
	'a reset': '\u{1B}c',
	'the alternate screen': '\u{1B}[?1049h',
	'the way back from it': '\u{1B}[?25;47l',
	'home and clear to the end': '\u{1B}[H\u{1B}[J',
	'home and clear with a style between': '\u{1B}[1;1H\u{1B}[0;1m\u{1B}[0J',
})) {
	test(`${name} draws the screen anew`, t => {
		t.true(createRedrawWatch().see(encoder.encode(text)));
	});

	test(`${name} is seen when it comes in single bytes`, t => {
		const watch = createRedrawWatch();
		t.is([...encoder.encode(text)].filter(byte => watch.see(Uint8Array.of(byte))).length, 1);
	});
}

for (const [name, text] of Object.entries({
	'clearing a part': '\u{1B}[J\u{1B}[1J\u{1B}[K',
	'clearing to the end from elsewhere': '\u{1B}[5;1H\u{1B}[J',
	'another mode': '\u{1B}[?25h\u{1B}[?2004l\u{1B}[?10471h',
	text: 'c[2J[?1049h',
})) {
	test(`${name} draws nothing anew`, t => {
		t.false(createRedrawWatch().see(encoder.encode(text)));
	});
}
