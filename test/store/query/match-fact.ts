import test from 'ava';
import fc from 'fast-check';
import type {Fact} from '../../../source/store/query/fact.ts';
import {isInNetwork, parseIpAddress} from '../../../source/store/query/ip-address.ts';
import {createFactMatcher} from '../../../source/store/query/match-fact.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';

const none = {access: '', name: '', isNoise: false} as const;
const command: Fact = {...none, field: 'cmd', name: 'vim.basic\nvi', text: 'vi -R /etc/Hosts'};
const read: Fact = {...none, field: 'file', access: 'r', text: '/etc/ssh/Sshd_config'};
const written: Fact = {...none, field: 'file', access: 'w', text: '/srv/a*b/é.txt'};
const cache: Fact = {...none, field: 'file', access: 'r', text: '/etc/ld.so.cache', isNoise: true};
const peer: Fact = {...none, field: 'net', name: '5432', text: '10.2.0.5'};
const long: Fact = {...none, field: 'net', name: '443', text: 'fe80::1'};
const named: Fact = {...none, field: 'net', text: 'db1.example.com'};
const root: Fact = {...none, field: 'as', name: '0', text: 'root'};
const facts = {command, read, written, cache, peer, long, named, root};

const meanings: ReadonlyArray<readonly [text: string, found: ReadonlyArray<keyof typeof facts>]> = [
	['cmd:vi', ['command']],
	['cmd:vim.basic', ['command']],
	['cmd:VIM*', ['command']],
	['cmd:vim', []],
	['cmd:-R', []],
	['cmd:"-r /etc/hosts"', ['command']],
	['cmd:"etc/host"', []],
	['cmd:/-R .*Hosts$/', ['command']],
	['cmd:/hosts/', []],
	['cmd:/hosts/i', ['command']],
	['cmd:~vjm.basic', ['command']],
	['cmd:(rm,vi)', ['command']],
	['file:/etc/ssh/sshd_config', ['read']],
	['file:/etc/', ['read']],
	['file:/etc/ssh/', ['read']],
	['file:/etc/ss/', []],
	['file:/etc', []],
	['file:/etc/*', ['read']],
	['file:sshd_config', ['read']],
	['file:sshd*', ['read']],
	['file:ssh', []],
	['file:~sshd_confg', ['read']],
	['file:~/Sshd.*g$/', ['read']],
	[String.raw`file:/srv/a\*b/`, ['written']],
	['file:"/srv/a*b/e.txt"', ['written']],
	['file:r:/', ['read']],
	['file:w:/', ['written']],
	['file:w:/etc/', []],
	['file:/etc/ld.so.cache', ['cache']],
	['file:ld.so.cache', []],
	['file:~/cache/', []],
	['net:10.2.0.5', ['peer']],
	['net:10.0.0.0/8', ['peer']],
	['net:10.0.0.0/8:5432', ['peer']],
	['net:10.0.0.0/8:443', []],
	['net:10.2.0.5:5432', ['peer']],
	['net::5432', ['peer']],
	['net:::ffff:10.2.0.5', ['peer']],
	['net:fe80:0::1', ['long']],
	['net:[fe80::1]:443', ['long']],
	['net:[fe80::1]:80', []],
	['net:fe80::/10:443', ['long']],
	['net:fe80::/10', ['long']],
	['net:0.0.0.0/0', ['peer']],
	['net:*.example.com', ['named']],
	['net:db1.example.com', ['named']],
	['net:db1', []],
	[String.raw`net:/^10\./`, ['peer']],
	['as:root', ['root']],
	['as:0', ['root']],
	['as:r*', ['root']],
	['as:/^ro/', ['root']],
	['as:roo', []],
];

for (const [text, found] of meanings) {
	test(`${text} means ${found.join(' and ') || 'none of them'}`, t => {
		const term = parseQuery(text, {now: 0, zone: 'UTC'});
		const isMeant = term.type === 'moment' ? createFactMatcher(term) : () => false;
		t.deepEqual(Object.entries(facts).flatMap(([name, fact]) => isMeant(fact) ? [name] : []), found);
	});
}

test('an address is its own network however many bits count, and each way to write one is read', t => {
	fc.assert(fc.property(fc.ipV4(), fc.integer({min: 0, max: 32}), (text, bits) => {
		const address = parseIpAddress(text);
		t.true(address !== undefined && isInNetwork(address, address, bits));
		t.deepEqual(parseIpAddress(`::ffff:${text}`), address);
	}));
	fc.assert(fc.property(fc.ipV6(), text => {
		const address = parseIpAddress(text);
		t.not(address, undefined, text);
		const groups = address?.bits === 128 ? (address.value.toString(16).padStart(32, '0').match(/.{4}/gv) ?? []) : [];
		t.deepEqual(groups.length === 0 ? address : parseIpAddress(groups.join(':')), address);
	}));
});

for (const text of ['1.2.3', '1.2.3.256', '1.2.3.4.5', ':::', '1:2:3:4:5:6:7:8:9', '1::2::3', 'g::1', '', ':', '1:2:3:4:5:6:7::8:9']) {
	test(`this is no address: "${text}"`, t => {
		t.is(parseIpAddress(text), undefined);
	});
}
