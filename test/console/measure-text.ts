import test from 'ava';
import stringWidth from 'string-width';
import {measureText, oneCellEach} from '../../source/console/text/measure-text.ts';

test('what is counted without string-width takes one cell there too, alone and beside its like', t => {
	const counted = Array.from({length: 0x30_00}, (_, code) => String.fromCodePoint(code)).filter(character => oneCellEach.test(character));
	t.true(counted.length > 1000);
	t.deepEqual(counted.filter(character => stringWidth(character) !== 1), []);
	t.is(stringWidth(counted.join('')), counted.length);
});

test('other text is measured by string-width', t => {
	for (const text of ['田中', '❤️', '👩‍👩‍👧', 'é', 'क्षि', '\u{200B}', '🫠']) {
		t.is(measureText(text), stringWidth(text));
	}
});

test('looks take no cells', t => {
	t.is(measureText('\u{1B}[1;31mab\u{1B}[0m田'), 4);
});
