import {writeFileSync} from 'node:fs';
import path from 'node:path';
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
