import type {Charset, Core} from './core.ts';

const finals = '0A4CRQKYEZH='; // Those of the character sets that the emulator knows, ASCII (`B`) aside.
let names: ReadonlyMap<Charset, string> | undefined;

/** The final character that designates a character set. */
export function nameCharset(core: Core, charset: Charset): string {
	names ??= collectNames(core);
	return names.get(charset) ?? 'B';
}

/** The tables have no names in the emulator, so each is designated once to see which one it is. */
function collectNames({_charsetService: charsets, _inputHandler: handler}: Core): ReadonlyMap<Charset, string> {
	const first = charsets._charsets[0];
	const found = new Map<Charset, string>();
	for (const final of finals) {
		handler.selectCharset(`(${final}`);
		found.set(charsets._charsets[0], final);
	}

	charsets.setgCharset(0, first);
	return found;
}
