import {chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {saveView} from '../source/config-views.ts';
import {readConfig} from '../source/config.ts';
import {UserError} from '../source/user-error.ts';
import {makeDirectory} from './helpers/temporary-store.ts';

function makeHome(t: ExecutionContext): {readonly environment: Readonly<Record<string, string>>; readonly file: string} {
	const home = makeDirectory(t);
	return {environment: {HOME: home}, file: path.join(home, '.config', 'scribery', 'config.json')};
}

test('a view is kept, found again, replaced and forgotten', t => {
	const {environment} = makeHome(t);
	t.deepEqual(saveView(environment, 'root on db*', 'has:root host:db*'), {'root on db*': 'has:root host:db*'});
	t.deepEqual(saveView(environment, 'gaps', 'has:gap'), {'root on db*': 'has:root host:db*', gaps: 'has:gap'});
	t.is(readConfig(environment).views.gaps, 'has:gap');
	saveView(environment, 'gaps', 'has:gap since:7d');
	t.is(readConfig(environment).views.gaps, 'has:gap since:7d');
	t.deepEqual(saveView(environment, 'gaps', undefined), {'root on db*': 'has:root host:db*'});
	t.deepEqual(readConfig(environment).views, {'root on db*': 'has:root host:db*'});
});

test('what else is configured stays, with its indent, its mode and its link', t => {
	const {environment, file} = makeHome(t);
	const kept = path.join(makeDirectory(t), 'dotfiles.json');
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(kept, '{\n  "theme": "dark",\n  "stores": {"es:audit": "https://audit:9200"}\n}\n');
	chmodSync(kept, 0o640);
	symlinkSync(kept, file);
	saveView(environment, 'gaps', 'has:gap');
	t.is(readFileSync(kept, 'utf8'), '{\n  "theme": "dark",\n  "stores": {\n    "es:audit": "https://audit:9200"\n  },\n  "views": {\n    "gaps": "has:gap"\n  }\n}\n');
	t.true(lstatSync(file).isSymbolicLink());
	t.is(statSync(kept).mode & 0o777, 0o640);
	t.deepEqual(readdirSync(path.dirname(kept)), ['dotfiles.json']);
});

test('a new file is for its owner alone', t => {
	const {environment, file} = makeHome(t);
	saveView(environment, 'gaps', 'has:gap');
	t.is(statSync(file).mode & 0o777, 0o600);
});

test('a file that is no configuration is refused and left alone', t => {
	const {environment, file} = makeHome(t);
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, '{"views": ["has:gap"]}');
	t.throws(() => saveView(environment, 'gaps', 'has:gap'), {instanceOf: UserError, message: /"views" is \["has:gap"\], expected an object of names and searches/v});
	t.is(readFileSync(file, 'utf8'), '{"views": ["has:gap"]}');
});

test('a file that cannot be written is told, and nothing is left behind', t => {
	const {environment, file} = makeHome(t);
	mkdirSync(path.dirname(path.dirname(file)), {recursive: true});
	writeFileSync(path.dirname(file), 'a file where the folder should be');
	t.throws(() => saveView(environment, 'gaps', 'has:gap'), {instanceOf: UserError, message: /config\.json cannot be (?:read|written)/v});
	t.false(existsSync(file));
});
