import test from 'ava';
import fc from 'fast-check';
import type {ColorLevel} from '../../../source/console/pane/color-level.ts';
import {createEmulator} from '../../../source/terminal/create-emulator.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {paintOn} from '../../helpers/paint-on.ts';

/** Everything the pane may send: synchronized output, the cursor kept and put back, wrapping off and on, addresses, erasing cells, looks. */
const own = /\u{1B}(?:7|8|\[\?2026[hl]|\[\?7[hl]|\[\d+;\d+H|\[\d+G|\[\d+X|\[[\d;]*m)/gv;
const forbidden = /[\p{Bidi_Control}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}]/v;
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Format}]/v;
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** What of the output is not allowed; nothing when all is well. */
function findForbidden(output: string): readonly string[] {
	const text = output.replaceAll(own, ' ');
	return Array.from(graphemes.segment(text), ({segment}) => segment)
		.filter(cluster => forbidden.test(cluster) || (invisible.test(cluster) && !/^[\p{Extended_Pictographic}\p{Regional_Indicator}#*0-9]/v.test(cluster)));
}

function paintBytes(bytes: string | Uint8Array, {colors = 'truecolor', isAscii = false, column = 0}: {colors?: ColorLevel; isAscii?: boolean; column?: number} = {}): string {
	const emulator = createEmulator({columns: 30, rows: 6});
	emulator.write(bytes);
	const {pane, takeWritten} = paintOn({emulator, colors, view: {isAscii, pan: {column, row: 0}, banner: column === 3 ? '╳ scribery: a gap' : undefined}});
	pane.paint();
	emulator.close();
	return takeWritten();
}

const hostile: Readonly<Record<string, string>> = {
	'a window title': '\u{1B}]2;pwned\u{7}x',
	'a title report': '\u{1B}[21t',
	'the clipboard': '\u{1B}]52;c;cm0gLXJm\u{7}',
	'device attributes': '\u{1B}[c\u{1B}[>c\u{1B}[=c',
	'the cursor position': '\u{1B}[6n\u{1B}[?6n',
	'a settings report': '\u{1B}P$qm\u{1B}\\',
	'a terminfo report': '\u{1B}P+q544e\u{1B}\\',
	'a colour question': '\u{1B}]10;?\u{7}\u{1B}]4;1;?\u{7}',
	'a link': '\u{1B}]8;;file:///etc/passwd\u{7}link\u{1B}]8;;\u{7}',
	'a program\'s own messages': '\u{1B}]777;notify;a;b\u{7}\u{1B}]1337;File=:AAAA\u{7}\u{1B}]133;A\u{7}',
	pictures: '\u{1B}Pq#0;2;0;0;0~~\u{1B}\\\u{1B}_Ga=T;AAAA\u{1B}\\',
	'keys of its own': '\u{1B}P0;1|17/726d\u{1B}\\',
	'mouse and paste modes': '\u{1B}[?1000h\u{1B}[?1006h\u{1B}[?2004h\u{1B}[?1004h',
	'another screen': '\u{1B}[?1049h\u{1B}[?47h',
	'another character set': '\u{E}\u{F}\u{1B}(0\u{1B})0\u{1B}%G',
	'a resize': '\u{1B}[8;500;500t',
	'a reset': '\u{1B}c\u{1B}[!p',
	'C1 controls': '\u{9B}31m\u{9D}2;x\u{9C}\u{90}q\u{9C}\u{85}\u{84}',
	'raw C1 bytes': String.raw`\x9b`,
	'turned text': 'safe\u{202E}txt.exe\u{202C} \u{2066}x\u{2069}\u{200F}\u{61C}',
	'characters that show nothing': 'a\u{200B}b\u{200D}c\u{2060}d\u{FEFF}e\u{AD}f\u{34F}g\u{115F}h\u{3164}i\u{E0041}j\u{FE0F}',
	'line separators': 'a\u{2028}b\u{2029}c\u{B}d\u{C}e',
	'a heap of marks': `a${'\u{301}'.repeat(5000)}b`,
	'marks with nothing to stand on': '\u{301}\u{301}x\r\n\u{20DD}',
	'a null and a delete': 'a\u{0}b\u{7F}c',
	'interlinear text': 'a\u{FFF9}b\u{FFFA}c\u{FFFB}d',
};
for (const [name, bytes] of Object.entries(hostile)) {
	test(`a recording that sends ${name} sends nothing of it to the auditor's terminal`, t => {
		for (const column of [0, 1, 3]) {
			t.deepEqual(findForbidden(paintBytes(bytes, {column})), []);
		}
	});
}

test('bytes that are no UTF-8 send nothing to the auditor\'s terminal', t => {
	const every = Uint8Array.from({length: 512}, (_, index) => index % 256);
	t.deepEqual(findForbidden(paintBytes(every)), []);
	t.deepEqual(findForbidden(paintBytes(every.toReversed())), []);
});

test('whatever was recorded, only looks, moves and visible characters are painted', t => {
	const bytes = fc.oneof(
		fc.uint8Array({maxLength: 300}),
		fc.array(fc.oneof(fc.constantFrom(...Object.values(hostile)), fc.string({unit: 'binary', maxLength: 8})), {maxLength: 12}).map(parts => parts.join('')),
	);
	const colors = fc.constantFrom<ColorLevel>('truecolor', '256', '16', 'mono');
	checkProperty(t, fc.property(bytes, colors, fc.boolean(), fc.nat(5), (recorded, level, isAscii, column) => findForbidden(paintBytes(recorded, {colors: level, isAscii, column})).length === 0), {numRuns: 500});
});

test('with ASCII only, nothing else is painted', t => {
	const text = fc.string({unit: 'grapheme', maxLength: 60});
	checkProperty(t, fc.property(text, recorded => /^[\u{1B}\u{20}-\u{7E}]*$/v.test(paintBytes(recorded, {isAscii: true}).replaceAll('|', ''))));
});

test('without colours no look but bold, underline and inverse is painted', t => {
	const output = paintBytes('\u{1B}[1;2;3;4;5;7;9;53;31;42mall\u{1B}[0m \u{1B}[38;2;1;2;3mrgb\u{1B}[8mhidden', {colors: 'mono'});
	const looks = output.match(/\u{1B}\[[\d;]*m/gv) ?? [];
	t.true(looks.length > 1);
	t.deepEqual(looks.filter(look => !/^\u{1B}\[0(?:;[147])*m$/v.test(look)), []);
	t.false(output.includes('hidden'));
});
