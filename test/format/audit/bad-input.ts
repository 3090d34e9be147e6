import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {checkProperty} from '../../helpers/check-property.ts';
import {convertEvents, convertText} from './helpers/convert-text.ts';

const stamp = 'msg=audit(1450000000.123:7):';

test('a line cut anywhere never breaks the output', t => {
	const line = `node=h type=SYSCALL ${stamp} arch=c000003e syscall=59 success=no exit=-513 a0=1 uid=0 comm=6C73FF key=61016200\u{1D}ARCH=x86_64 UID="root"`;
	for (let length = 0; length <= line.length; length++) {
		t.notThrows(() => convertEvents(line.slice(0, length)), line.slice(0, length));
	}
});

test('carriage returns and NULs end a line as a line feed does', t => {
	t.deepEqual(convertEvents(`type=CWD ${stamp} cwd="/a"\r\0`).map(({data}) => data.cwd), [{cwd: ['/a']}]);
});

test('bytes that are no UTF-8 become U+FFFD and the hexadecimal stays beside', t => {
	t.deepEqual(convertEvents(`type=CWD ${stamp} cwd=2FFF`)[0]?.data.cwd, {cwd: ['/\u{FFFD}', '2FFF']});
});

test('hexadecimal of odd length keeps what the log had', t => {
	t.deepEqual(convertEvents(`type=CWD ${stamp} cwd=2F746D7`)[0]?.data.cwd, {cwd: ['/tmp', '2F746D7']});
});

test('a number that would be good hexadecimal stays a number', t => {
	t.deepEqual(convertEvents(`type=USER_LOGIN ${stamp} pid=4142 uid=0 msg='op=login id=0 res=success'`)[0]?.data.user_login, {pid: ['4142'], uid: ['root', '0'], op: ['login'], id: ['root', '0'], res: ['success']});
});

test('65,536 arguments are all there', t => {
	const values = Array.from({length: 65_536}, (_, index) => `a${index}="${index}"`);
	const lines = [`argc=${values.length}`, ...Array.from({length: 64}, (_, index) => values.slice(index * 1024, (index + 1) * 1024).join(' '))].map(body => `type=EXECVE ${stamp} ${body}`);
	const [event] = convertEvents(lines.join('\n'));
	t.is((event?.data.execve as unknown as readonly string[]).length, 65_536);
});

test('an argument of two million bytes is put together from its slices', t => {
	const slice = '41'.repeat(3500);
	const count = 572;
	const lines = [`argc=1 a0_len=${slice.length * count}`, ...Array.from({length: count}, (_, index) => `a0[${index}]=${slice}`)].map(body => `type=EXECVE ${stamp} ${body}`);
	const [event] = convertEvents(lines.join('\n'));
	t.is((event?.data.execve as unknown as readonly string[])[0], 'A'.repeat(3500 * count));
});

test('more arguments than there are is told, with the lines', t => {
	const line = `type=EXECVE ${stamp} argc=3 a0="x"`;
	t.like(convertEvents(line)[0], {error: 'Invalid execve record sequence encountered', text: [line]});
});

test('records of two events that stand between each other come to their own events', t => {
	const lines = ['SYSCALL 1', 'SYSCALL 2', 'CWD 2', 'CWD 1', 'PROCTITLE 2', 'PROCTITLE 1'].map(each => {
		const [type = '', serial = ''] = each.split(' ', 2);
		return `type=${type} msg=audit(1450000000.123:${serial}): cwd="/${serial}"`;
	});
	t.deepEqual(convertEvents(lines.join('\n')).map(({serial, data}) => [serial, data.cwd?.cwd]), [[1, ['/1']], [2, ['/2']]]);
});

test('a login stays with its system call', t => {
	const lines = ['LOGIN', 'SYSCALL', 'PROCTITLE'].map(type => `type=${type} ${stamp} pid=1`);
	t.deepEqual(convertEvents(lines.join('\n')).map(({data}) => Object.keys(data)), [['login', 'syscall', 'proctitle']]);
});

test('serials that begin anew and time that runs backwards make events of their own', t => {
	const lines = [['5', '9'], ['6', '1'], ['4', '1']].map(([second, serial]) => `type=CWD msg=audit(145000000${second}.000:${serial}): cwd="/${second}"`);
	t.is(convertEvents(lines.join('\n')).length, 3);
});

test('any text becomes JSON, and whatever is typed as an argument comes back', t => {
	checkProperty(t, fc.property(fc.array(fc.string({unit: 'binary'})), lines => {
		JSON.parse(convertText(lines.map(line => `type=CWD ${stamp} ${line}`).join('\n')));
	}));
	checkProperty(t, fc.property(fc.string({unit: 'grapheme', minLength: 1}).filter(text => !text.includes('\0')), text => {
		const hex = Buffer.from(text).toString('hex').toUpperCase();
		const [event] = convertEvents(`type=EXECVE ${stamp} argc=1 a0=${hex}`);
		return (event?.data.execve as unknown as readonly string[])[0] === text;
	}));
});
