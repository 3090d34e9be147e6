import test from 'ava';
import {indexSession} from '../../source/index/index-session.ts';
import {createLineEditor} from '../../source/index/line-editor.ts';
import {createKeyReader} from '../../source/index/read-keys.ts';
import {createTypedCollector} from '../../source/index/typed-collector.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {openFixture} from '../helpers/fixture-store.ts';
import {watchIndex} from '../helpers/watch-index.ts';

const encoder = new TextEncoder();

/** What a line holds after these keys. */
function edit(typed: string): string {
	const editor = createLineEditor();
	for (const key of createKeyReader().read(encoder.encode(typed))) {
		editor.press(key);
	}

	return editor.readParts().join('…');
}

for (const [name, typed, expected] of [
	['characters', 'ls -l', 'ls -l'],
	['Backspace', 'sdo\u{7F}\u{7F}udo', 'sudo'],
	['the other Backspace', 'ab\bc', 'ac'],
	['Backspace after a character of two units', 'a👩\u{7F}b', 'ab'],
	['Ctrl-U', 'wrong\u{15}right', 'right'],
	['Ctrl-W', 'rm -rf  \u{17}-i x', 'rm -i x'],
	['Ctrl-A', 'ls\u{1}sudo ', 'sudo ls'],
	['Ctrl-E', 'ls\u{1}a\u{5}b', 'alsb'],
	['Ctrl-K and Ctrl-Y', 'ab cd\u{1B}[D\u{1B}[D\u{B}x\u{19}', 'ab xcd'],
	['arrows', 'sdo\u{1B}[D\u{1B}[Du\u{1B}[C!', 'sud!o'],
	['keypad arrows, Home and End', 'b\u{1B}OHa\u{1B}OFc', 'abc'],
	['Delete', 'abc\u{1}\u{1B}[3~\u{4}', 'c'],
	['words to the left and right', 'one two\u{1B}bX\u{1B}[1;5D\u{1B}[1;5DY\u{1B}fZ', 'YoneZ Xtwo'],
	['Tab', 'cat /etc/pa\tx', 'cat /etc/pa…x'],
	['a paste', '\u{1B}[200~a b\u{1B}[201~', 'a b'],
	['answers of the terminal and the mouse', 'a\u{1B}[?64;1;22c\u{1B}[2;2R\u{1B}[<0;3;4M\u{1B}]11;rgb:0/0/0\u{7}\u{1B}P1$r0m\u{1B}\\b', 'ab'],
] as const) {
	test(`${name} make the line ${JSON.stringify(expected)}`, t => {
		t.is(edit(typed), expected);
	});
}

test('a key that comes in two packets is one key', t => {
	const reader = createKeyReader();
	t.deepEqual(reader.read(encoder.encode('a\u{1B}[')), [{type: 'text', text: 'a'}]);
	t.deepEqual(reader.read(encoder.encode('D\u{1B}[1;5')), [{type: 'left'}]);
	t.deepEqual(reader.read(encoder.encode('C')), [{type: 'wordRight'}]);
});

type Event = readonly [direction: '<' | '>', text: string];

/** What is kept of input (<) among output (>), one event each 100 ms. */
function collect(events: readonly Event[]): string[] {
	const typed = createTypedCollector();
	const emulator = createEmulator({columns: 20, rows: 4}, {
		onGoneLine(text) {
			typed.show([text], 0);
		},
	});
	for (const [index, [direction, text]] of events.entries()) {
		if (direction === '<') {
			typed.type(encoder.encode(text), index * 100, emulator.readCursorLine);
		} else {
			typed.markOutput();
			emulator.write(text);
			typed.show(emulator.readLines(), index * 100);
		}
	}

	return typed.takeClosed().map(({text}) => text);
}

/** Each character comes back at once. */
function echo(text: string): Event[] {
	return [...text].flatMap((character): Event[] => [['<', character], ['>', character]]);
}

test('a line is kept that the terminal shows', t => {
	t.deepEqual(collect([['>', '$ '], ...echo('ls -l'), ['<', '\r'], ['>', '\r\n']]), ['ls -l']);
});

test('a line that wraps is kept', t => {
	const text = 'echo 0123456789 0123456789';
	t.deepEqual(collect([['>', '$ '], ...echo(text), ['<', '\r']]), [text]);
});

test('a password is not kept, whatever stands on the screen', t => {
	const ask: Event[] = [['>', 'alice@web1$ sudo id\r\n[sudo] password for alice: ']];
	for (const secret of ['hunter2', 'alice', 'password', 'sudo', '[sudo] password']) {
		t.deepEqual(collect([...ask, ...[...secret].map((character): Event => ['<', character]), ['<', '\r'], ['>', '\r\nuid=0(root)\r\nalice@web1$ ']]), []);
		t.deepEqual(collect([...ask, ['<', `${secret}\r`], ['>', '\r\nuid=0(root)\r\nalice@web1$ ']]), []);
		t.deepEqual(collect([...ask, ...[...secret].flatMap((character): Event[] => [['<', character], ['>', '*']]), ['<', '\r'], ['>', '\r\n']]), []);
	}
});

test('a pasted line is kept when the terminal shows it afterwards', t => {
	t.deepEqual(collect([['>', '$ '], ['<', '\u{1B}[200~ls -la\u{1B}[201~\r'], ['>', 'ls -la\r\ntotal 0\r\n$ ']]), ['ls -la']);
});

test('a pasted line is kept although what it made scrolled it off at once', t => {
	t.deepEqual(collect([['>', '$ '], ['<', 'seq 9\r'], ['>', `seq 9\r\n${'1\r\n'.repeat(30)}`]]), ['seq 9']);
});

test('what Tab completes is not typed', t => {
	t.deepEqual(collect([['>', '$ '], ...echo('cat /etc/pa'), ['<', '\t'], ['>', 'sswd '], ...echo('x'), ['<', '\r']]), ['cat /etc/pax']);
});

test('a search in less and a command in vim are kept', t => {
	t.deepEqual(collect([['>', '\u{1B}[?1049h\u{1B}[4;1H:'], ['<', '/'], ['>', '\r\u{1B}[K/'], ...echo('error'), ['<', '\r']]), ['/error']);
	t.deepEqual(collect([['>', '\u{1B}[?1049htext\u{1B}[1;3H'], ['<', 'dd\u{1B}'], ['<', ':'], ['>', '\u{1B}[4;1H:'], ...echo('wq'), ['<', '\r']]), [':wq']);
});

test('where nothing is shown at all, nothing is kept: nobody can tell a password', t => {
	t.deepEqual(collect([['<', 'sudo -i\rhunter2secret\r'], ['<', 'second\rthi'], ['<', 'rd']]), []);
});

test('what was typed before the first output is not kept, shown or not', t => {
	t.deepEqual(collect([['<', 'hunter2secret\rhunt'], ['<', 'er3'], ['>', 'Password: '], ['<', '\r'], ['>', '\r\nhunter2secret\r\nhunter3\r\n$ '], ...echo('ls'), ['<', '\r']]), ['ls']);
});

test('a recording of input only has no typed lines', async t => {
	const {store, session} = await openFixture('bastion1-carol-input-only.jsonl');
	const {typed} = await watchIndex(store, async watched => indexSession(watched, session));
	t.deepEqual(typed, []);
	await store.close();
});

test('the typed lines of a real session are found, its passwords are not', async t => {
	const {store, session} = await openFixture('db1-bob-password.jsonl');
	const {typed} = await watchIndex(store, async watched => indexSession(watched, session));
	t.deepEqual(typed.map(({text}) => text), ['uptime', 'sudo cat /etc/default/shop-backup', 'sudo -K', 'su -', 'echo $?']);
	await store.close();
});
