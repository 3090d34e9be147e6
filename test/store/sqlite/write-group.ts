import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {Connection} from '../../../source/store/sqlite/connection.ts';
import {findPlace} from '../../../source/store/sqlite/place.ts';
import {createWriteGroup} from '../../../source/store/sqlite/write-group.ts';
import {makeDirectory} from '../../helpers/temporary-store.ts';

function open(t: ExecutionContext): Connection {
	const file = path.join(makeDirectory(t), 'group.db');
	writeFileSync(file, '');
	const connection = new Connection(findPlace(file));
	t.teardown(() => {
		connection.close();
	});
	connection.exec('create table done (what text)');
	return connection;
}

function insert(connection: Connection, what: string): void {
	connection.prepare('insert into done values (?)').run(what);
}

function readDone(connection: Connection): readonly unknown[] {
	return connection.prepare('select what from done order by rowid').all().map(row => row.what);
}

test('what waits together is one transaction, the ends of all behind all', async t => {
	const connection = open(t);
	const version = connection.readVersion();
	const {write} = createWriteGroup(connection);
	const results = await Promise.all(['a', 'b'].map(async what => write(atEnd => {
		insert(connection, what);
		atEnd(() => {
			insert(connection, `end of ${what}`);
		});
		return what.toUpperCase();
	})));
	t.deepEqual(results, ['A', 'B']);
	t.deepEqual(readDone(connection), ['a', 'b', 'end of a', 'end of b']);
	t.not(connection.readVersion(), version);
});

test('what cannot be done is left out of one transaction with the others, at its end too', async t => {
	const connection = open(t);
	connection.exec('create unique index done_once on done (what)');
	let transactions = 0;
	const {write} = createWriteGroup(connection);
	const ended = await Promise.allSettled(['a', 'b', 'c', 'd'].map(async what => write(atEnd => {
		transactions += what === 'd' ? 1 : 0;
		insert(connection, what);
		atEnd(() => {
			insert(connection, what === 'b' ? 'a' : `end of ${what}`);
		});
	})));
	t.deepEqual(ended.map(each => each.status), ['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
	t.regex(String(ended[1]?.status === 'rejected' && ended[1].reason), /StoreError: .*group\.db: SQLite failed: UNIQUE/v);
	t.deepEqual(readDone(connection), ['a', 'c', 'd', 'end of a', 'end of c', 'end of d']);
	t.is(transactions, 2);
});

test('while the store is locked none is tried alone: all fail when patience ends, once', async t => {
	const connection = open(t);
	const other = new DatabaseSync(connection.file);
	other.exec('begin immediate');
	const begins: string[] = [];
	const counted = new Proxy(connection, {
		get(target, name) {
			if (name === 'write') {
				return async (action: () => void, patienceMs: number) => {
					begins.push('write');
					return target.write(action, patienceMs);
				};
			}

			return Reflect.get(target, name, target) as unknown;
		},
	});
	const {write} = createWriteGroup(counted, 1);
	const ended = await Promise.allSettled(['a', 'b', 'c'].map(async what => write(() => {
		insert(connection, what);
	})));
	other.close();
	t.deepEqual(ended.map(each => each.status), ['rejected', 'rejected', 'rejected']);
	t.true(ended.every(each => each.status === 'rejected' && String(each.reason).includes('locked by another process')));
	t.deepEqual(begins, ['write']);
});

test('one that fails takes nobody along, and leaves nothing', async t => {
	const connection = open(t);
	const {write} = createWriteGroup(connection);
	const ended = await Promise.allSettled(['a', 'bad', 'c'].map(async what => write(() => {
		insert(connection, what);
		if (what === 'bad') {
			throw new Error('refused');
		}
	})));
	t.deepEqual(ended.map(each => each.status), ['fulfilled', 'rejected', 'fulfilled']);
	t.deepEqual(readDone(connection), ['a', 'c']);
});
