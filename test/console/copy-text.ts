import {Buffer} from 'node:buffer';
import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {copyText} from '../../source/console/copy-text.ts';
import {makeTemporaryFolder} from '../helpers/temporary-folder.ts';

function copy(text: string, environment: Readonly<Record<string, string>> = {}): {readonly told: string; readonly sent: string; readonly file: string} {
	const folder = makeTemporaryFolder('scribery-copy-');
	let sent = '';
	const stdout = {write(part: string) {
		sent += part;
		return true;
	}} as unknown as NodeJS.WriteStream;
	const told = copyText({text, what: '2 lines'}, {stdout, environment: {XDG_STATE_HOME: folder, ...environment}, clipboardLimit: 100});
	return {told, sent, file: path.join(folder, 'scribery', 'copy.txt')};
}

test('text goes to the terminal\'s clipboard and into a file that only its owner reads', t => {
	const {told, sent, file} = copy('a\nb');
	t.is(told, 'Copied 2 lines (OSC 52 sent; also in copy.txt)');
	t.is(sent, `\u{1B}]52;c;${Buffer.from('a\nb').toString('base64')}\u{7}`);
	t.is(readFileSync(file, 'utf8'), 'a\nb');
	t.is(statSync(file).mode % 0o1000, 0o600);
});

test('text beyond the limit is in the file only', t => {
	const {told, sent, file} = copy('x'.repeat(100));
	t.regex(told, /^Too long for the terminal: 2 lines is in .*copy\.txt only\.$/v);
	t.is(sent, '');
	t.is(readFileSync(file, 'utf8').length, 100);
});

test('multiplexers get the sequence wrapped for them', t => {
	t.true(copy('a', {TMUX: '/tmp/x,1,0'}).sent.startsWith('\u{1B}Ptmux;\u{1B}\u{1B}]52;c;'));
	t.true(copy('a', {TERM: 'screen-256color'}).sent.startsWith('\u{1B}P\u{1B}]52;c;'));
});

test('a file that cannot be written is told, the clipboard has the text', t => {
	const {told, sent} = copy('a', {XDG_STATE_HOME: '/dev/null/none'});
	t.regex(told, /^Copied 2 lines \(OSC 52 sent; .*(?:ENOTDIR|EACCES|ENOENT)/v);
	t.not(sent, '');
});
