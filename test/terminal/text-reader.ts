import test from 'ava';
import fc from 'fast-check';
import {createTextReader} from '../../source/terminal/text-reader.ts';
import {checkProperty} from '../helpers/check-property.ts';

test('bytes that are not UTF-8 become U+FFFD', t => {
	t.is(createTextReader().read(Uint8Array.of(0x61, 0xFF, 0x9D, 0x62)), 'a\u{FFFD}\u{FFFD}b');
});

test('a character cut in two waits for the rest', t => {
	const reader = createTextReader();
	t.is(reader.read(Uint8Array.of(0x61, 0xE6, 0xBC)), 'a');
	t.true(reader.isHalfway());
	t.is(reader.read(Uint8Array.of(0xA2)), '漢');
	t.false(reader.isHalfway());
});

test('where bytes are cut does not change the text', t => {
	const bytes = fc.oneof(fc.uint8Array(), fc.string({unit: 'binary'}).map(text => new TextEncoder().encode(text)));
	checkProperty(t, fc.property(bytes, fc.array(fc.integer({min: 1, max: 4}), {minLength: 1}), (all, sizes) => {
		const whole = createTextReader();
		const cut = createTextReader();
		let text = '';
		for (let offset = 0, index = 0; offset < all.length; index++) {
			const size = sizes[index % sizes.length] ?? 1;
			text += cut.read(all.subarray(offset, offset + size));
			offset += size;
		}

		return text === whole.read(all) && cut.isHalfway() === whole.isHalfway();
	}));
});
