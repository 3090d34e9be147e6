import os from 'node:os';
import process from 'node:process';
import test from 'ava';
import {findInHosts, readIdentity, readStatField} from '../../recorder/identity.ts';

test('a recording\'s id is the boot, the process and its start, in hexadecimal', t => {
	const {rec} = readIdentity('xterm');
	const {pid} = /^[\da-f]{32}-(?<pid>[\da-f]+)-[1-9a-f][\da-f]*$/v.exec(rec ?? '')?.groups ?? {};
	t.is(Number.parseInt(pid ?? '', 16), process.pid);
	t.is(rec, readIdentity('vt100').rec);
});

test('host, user and terminal are those of this process', t => {
	const {host, user, term} = readIdentity('xterm');
	t.is(host.split('.', 1)[0], os.hostname().split('.', 1)[0]);
	t.is(user, os.userInfo().username);
	t.is(term, 'xterm');
});

test('the host\'s canonical name is the first on its line of /etc/hosts', t => {
	const hosts = '127.0.0.1 localhost\n# 10.0.0.9 old web-1\n10.0.0.1\tweb-1.example.org web-1 # db-1\n';
	t.is(findInHosts('web-1', hosts), 'web-1.example.org');
	t.is(findInHosts('db-1', hosts), undefined);
	t.is(findInHosts('10.0.0.1', hosts), undefined);
});

test('a program\'s name with blanks and brackets shifts no field', t => {
	t.is(readStatField('12 (a) b (c) S 34 56 78', 3), 'S');
	t.is(readStatField('12 (a) b (c) S 34 56 78', 4), '34');
});
