import test from 'ava';
import type {Packet} from '../../source/format/recording/packet.ts';
import {listTypedKeys} from '../../source/playback/list-typed-keys.ts';
import {splitKeys} from '../../source/playback/split-keys.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `<` is input, `>` output; each packet comes 100 ms after the one before. */
function read(...said: readonly string[]): string {
	const packets = said.map((text, index): Packet => ({type: text.startsWith('<') ? 'input' : 'output', positionMs: index * 100, data: bytes(text.slice(1))}));
	return listTypedKeys(packets).map(({text}) => text).join('');
}

const cases: ReadonlyArray<readonly [title: string, said: readonly string[], row: string]> = [
	['keys that the terminal shows are told', ['>$ ', '<l', '>l', '<s', '>s', '< ', '> ', '<-', '>-', '<\r', '>\r\n'], 'ls␣-⏎'],
	['a line that came at once and is shown then is told', ['>$ ', '<ls -la\r', '>ls -la\r\ntotal 4'], 'ls␣-la⏎'],
	['what nothing comes back for is a secret of one length', ['>$ ', '<h', '<u', '<n', '<t', '<e', '<r', '<2', '<\r', '>\r\n$ '], '••••⏎'],
	['a short secret looks like a long one', ['>$ ', '<x', '<\r', '>\r\n$ '], '••••⏎'],
	['a secret that came at once is one', ['>Name: ', '<hunter2\r', '>\r\nwelcome'], '••••⏎'],
	['what answers a prompt for a password is a secret even with stars shown', ['>[sudo] password for bob: ', '<h', '>*', '<i', '>*', '<\r', '>\r\n'], '••••⏎'],
	['what answers a prompt for a password is a secret even when it is shown', ['>Enter PIN: ', '<1', '>1', '<2', '>2', '<\r', '>\r\n'], '••••⏎'],
	['corrections of a secret are not told', ['>x ', '<a', '<b', '<\u{7F}', '<\r', '>\r\n'], '••••⏎'],
	['a line whose echo is not known yet is a secret', ['>$ ', '<a'], '••••'],
	['output of another program between the keys does not show a secret', ['>Enter key: ', '<h', '>copied 12 of 40 files\r\n', '<u', '<n', '>copied 13 of 40 files\r\n', '<t', '<\r', '>\r\n'], '••••⏎'],
	['output that has the letters of a secret somewhere does not show it', ['>Unlock? ', '<a', '<b', '>some words first, and then a b\r\n', '<\r', '>\r\n'], '••••⏎'],
	['an echo between the lines of another program is one', ['>$ ', '<l', '>l', '>[1]+ Done\r\n', '<s', '>s', '<\r', '>\r\n'], 'ls⏎'],
	['a line editor that colours a word by writing it anew echoes it', ['>$ ', ...[...'configure-everythin'].flatMap(letter => [`<${letter}`, `>${letter}`]), '<g', '>\u{1B}[19D\u{1B}[32mconfigure-everything\u{1B}[m', '<\r', '>\r\n'], 'configure-everything⏎'],
	['a full-screen program that has ended shows no secret', ['>\u{1B}[?1049h+\u{1B}[?10', '>49l', '>Key? ', '<a', '>busy', '<\r', '>\r\n'], '••••⏎'],
	['stars in a full-screen program are no echo', ['>\u{1B}[?1049h', '<a', '>*', '<b', '>*', '<\r', '>\r\n'], '••••⏎'],
	['keys of a full-screen program are told', ['>\u{1B}[?1049h\u{1B}[2J', '<j', '>\u{1B}[2;1H', '<j', '>\u{1B}[3;1H+', '<q', '>\u{1B}[?1049l'], 'jjq'],
	['the words of the command before do not make a secret', ['>$ ', '<l', '>l', '<\r', '>\r\nchanged the password\r\n$ ', '<x', '>x', '<\r', '>\r\n'], 'l⏎x⏎'],
	['Enter alone is told', ['>$ ', '<\r', '>\r\n$ '], '⏎'],
];
for (const [title, said, row] of cases) {
	test(title, t => {
		t.is(read(...said), row);
	});
}

const keys: ReadonlyArray<readonly [text: string, drawn: string]> = [
	['a b', 'a␣b'],
	['\t\u{7F}\u{1B}', '⇥⌫␛'],
	['\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}OD', '↑↓→←'],
	['\u{3}\u{0}', '^C^@'],
	['\u{1B}[5~\u{1B}[6~\u{1B}[3~\u{1B}OH', 'PgUpPgDnDelHome'],
	['\u{1B}[1;5C', '␛[1;5C'],
	['\u{1B}f', '␛f'],
	['\u{1B}[200~rm -rf /\n\u{1B}[201~', '[9 pasted]'],
	['é日', 'é日'],
	['x'.repeat(213), '[213 pasted]'],
	[`${'x'.repeat(40)}\r`, '[40 pasted]⏎'],
];
for (const [text, drawn] of keys) {
	test(`keys are drawn as ${drawn}`, t => {
		t.is(splitKeys(text).map(key => key.drawn).join(''), drawn);
	});
}

test('a character that came in two readings is one key', t => {
	const [first, second] = [bytes('é').slice(0, 1), bytes('é').slice(1)];
	const packets: readonly Packet[] = [{type: 'input', positionMs: 0, data: first}, {type: 'input', positionMs: 5, data: second}, {type: 'output', positionMs: 9, data: bytes('é')}];
	t.deepEqual(listTypedKeys(packets), [{positionMs: 5, text: 'é'}]);
});

test('keys of a full-screen program that runs since long before are told', t => {
	const emulator = createEmulator({columns: 20, rows: 4});
	emulator.write('$ vi\u{1B}[?1049h\u{1B}[2J~');
	const before = emulator.keyframe();
	emulator.close();
	const packets: readonly Packet[] = [{type: 'input', positionMs: 0, data: bytes('j')}, {type: 'output', positionMs: 5, data: bytes('\u{1B}[3;1H+')}];
	t.deepEqual(listTypedKeys(packets, before).map(({text}) => text), ['j']);
	t.deepEqual(listTypedKeys(packets).map(({text}) => text), ['••••']);
});
