import {Buffer} from 'node:buffer';
import test from 'ava';
import {createMask} from '../../../recorder/message/mask.ts';
import {watchPrompt} from '../../../recorder/message/secret-prompt.ts';
import {testWith} from '../../helpers/peer.ts';
import {readBytes, recordingFile, recordInTerminal} from '../../helpers/terminal-run.ts';

test('a secret of any length, typed in any rhythm, leaves the same mark', t => {
	const mask = createMask();
	const kept = [['a', true], ['bcd', true], ['\r', true], ['ls\r', false], ['x\r', true], ['half', true], ['\u{3}', true], ['open', true]] as const;
	t.is(Buffer.concat([...kept.map(([text, isSecret]) => mask.take(Buffer.from(text), isSecret)), mask.end()]).toString(), '********\rls\r********\r********\u{3}********');
});

for (const question of ['Password: ', '[sudo] password for bob: ', 'bob@web-1\'s password: ', '\u{1B}[1mEnter passphrase for key \'/home/x\':\u{1B}[0m ', 'Verification code: ', 'Passwort: ', '密码：']) {
	test(`${JSON.stringify(question)} asks for a secret`, t => {
		const watch = watchPrompt();
		watch.see(Buffer.from('Welcome\r\n'));
		watch.see(Buffer.from(question));
		t.true(watch.isAsking(Buffer.from('s')));
		watch.see(Buffer.from('*'));
		t.true(watch.isAsking(Buffer.from('ecret\r')));
		t.false(watch.isAsking(Buffer.from('ls\r')));
	});
}

for (const shown of ['bob@web-1:~/secret$ ', 'password changed\r\n$ ', 'Password: \r\n$ ']) {
	test(`${JSON.stringify(shown)} does not ask for a secret`, t => {
		const watch = watchPrompt();
		watch.see(Buffer.from(shown));
		t.false(watch.isAsking(Buffer.from('s')));
	});
}

test('a password read by `read -s` is masked, other input is not', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--log-input', '--', 'bash', '-c', 'read -r -p "name? " n; read -r -s -p "secret? " p; echo; printf "length %d" "$(printf %s "$p" | wc -c)"; read -r -p "again? " n']);
	await run.sees('name? ');
	await run.type('bob\r').sees('secret? ');
	await run.type('hun').type('ter2\r').sees('length 7');
	await run.sees('again? ');
	await run.type('yes\r').ends();
	t.is(readBytes(file, 'input').toString(), 'bob\r********\ryes\r');
});

test('`--log-secrets` keeps what the terminal does not show', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--log-input', '--log-secrets', '--', 'sh', '-c', 'stty -echo; echo ready; read -r p; stty echo']);
	await run.sees('ready');
	await run.type('hunter2\r').ends();
	t.is(readBytes(file, 'input').toString(), 'hunter2\r');
});

testWith('python3')('a password read by `getpass` is masked', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--log-input', '--', 'python3', '-c', 'import getpass; print("length", len(getpass.getpass("key? ")))']);
	await run.sees('key? ');
	await run.type('hunter2\r').sees('length 7');
	await run.ends();
	t.is(readBytes(file, 'input').toString(), '********\r');
});

test('keys of a program that reads one by one are kept, until it asks for a password', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--log-input', '--', 'bash', '-c', String.raw`stty raw -echo; printf "menu"; k=$(head -c 1); printf "\r\nPassword: "; p=$(head -c 5); stty sane; echo "<$k>"`]);
	await run.sees('menu');
	await run.type('q').sees('Password: ');
	await run.type('1').type('234').type('\r').sees('<q>');
	await run.ends();
	t.is(readBytes(file, 'input').toString(), 'q********\r');
});
