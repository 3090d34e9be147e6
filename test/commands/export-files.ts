import {existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {exportRecordings} from '../../source/commands/export/export-recordings.ts';
import {writeToFile} from '../../source/commands/export/write-export.ts';
import {writeNewFile} from '../../source/console/page/write-new-file.ts';
import {createFileNames} from '../../source/export/create-file-names.ts';
import {makeMessages} from '../helpers/make-message.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';

async function * pieces(): AsyncGenerator<string> {
	yield 'recorded';
}

test('recordings whose names are alike but for signs that a file name has not get files of their own', t => {
	const nameFile = createFileNames();
	t.deepEqual(
		[nameFile({host: 'web:1', rec: 'a'}, 'cast'), nameFile({host: 'web/1', rec: 'a'}, 'cast'), nameFile({host: 'web 1', rec: 'a'}, 'cast'), nameFile({host: 'web:1', rec: 'a'}, 'svg')],
		['./web_1-a.cast', './web_1-a-2.cast', './web_1-a-3.cast', './web_1-a.svg'],
	);
});

test('no recording of one export replaces another', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([
		...makeMessages(1, 3, {user: 'alice', host: 'web:1', rec: 'boot-1-a'}),
		...makeMessages(1, 3, {user: 'bob', host: 'web/1', rec: 'boot-1-a'}),
	]);
	const folder = makeDirectory(t);
	const addresses = (await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: false, limit: 9, offset: 0})).sessions.map(({host, rec}) => `${encodeURIComponent(host)}/${rec}`);
	t.is(addresses.length, 2);
	await exportRecordings(store, {addresses, format: 'tlog', fromMs: 0, untilMs: Infinity, idleLimit: undefined, file: folder, hasGaps: false, hasBookmarks: false, reason: ''}, {signal: new AbortController().signal, onProgress: () => undefined});
	const texts = ['web_1-boot-1-a.tlog.jsonl', 'web_1-boot-1-a-2.tlog.jsonl'].map(name => path.join(folder, name)).filter(file => existsSync(file)).map(file => readFileSync(file, 'utf8'));
	t.is(texts.filter(text => text.includes('"web:1"')).length, 1);
	t.is(texts.filter(text => text.includes('"web/1"')).length, 1);
	await store.close();
});

test('an export does not follow a link planted where it writes first, and leaves it', async t => {
	const folder = makeDirectory(t);
	const file = path.join(folder, 'out.txt');
	const victim = path.join(folder, 'victim');
	writeFileSync(victim, 'precious');
	symlinkSync(victim, `${file}.${process.pid}.part`);
	await t.throwsAsync(writeToFile(pieces(), file), {name: 'UserError', message: /EEXIST/v});
	t.is(readFileSync(victim, 'utf8'), 'precious');
	t.true(lstatSync(`${file}.${process.pid}.part`).isSymbolicLink());
	t.false(existsSync(file));
});

test('a saved screen is for its owner only', async t => {
	const file = path.join(makeDirectory(t), 'screen.txt');
	await writeNewFile(file, 'screen');
	t.is(readFileSync(file, 'utf8'), 'screen');
	t.is(lstatSync(file).mode & 0o777, 0o600);
});

test('a saved screen replaces no file, and follows no link', async t => {
	const folder = makeDirectory(t);
	const file = path.join(folder, 'screen.txt');
	writeFileSync(file, 'precious');
	await t.throwsAsync(writeNewFile(file, 'screen'), {message: `${file} is there already: choose another name.`});
	t.is(readFileSync(file, 'utf8'), 'precious');
	symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'link'));
	await t.throwsAsync(writeNewFile(path.join(folder, 'link'), 'screen'), {message: /is there already/v});
	t.false(existsSync(path.join(folder, 'elsewhere')));
});
