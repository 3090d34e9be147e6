import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

test('keys --print writes a file that --check finds good', t => {
	const home = makeHome();
	const file = path.join(home, 'keys.json');
	const {stdout, status} = runScribery(home, ['keys', '--print']);
	t.is(status, 0);
	writeFileSync(file, stdout);
	t.like(runScribery(home, ['keys', '--check', file]), {status: 0, stdout: `${file}: good\n`, stderr: ''});
});

test('keys --print has the keys of the own file', t => {
	const home = makeHome();
	mkdirSync(path.join(home, '.config/scribery'), {recursive: true});
	writeFileSync(path.join(home, '.config/scribery/keys.json'), '{"player": {"play.toggle": ["space"]}}');
	const table = JSON.parse(runScribery(home, ['keys', '--print']).stdout) as {player: Record<string, readonly string[]>};
	t.deepEqual(table.player['play.toggle'], ['space']);
});

test('keys --check names file and line of a mistake, and ends with 2', t => {
	const home = makeHome();
	const file = path.join(home, 'keys.json');
	writeFileSync(file, '{\n"player": {"play.togle": ["space"]}}');
	const {status, stdout, stderr} = runScribery(home, ['keys', '--check', file]);
	t.is(status, 2);
	t.is(stdout, '');
	t.true(stderr.startsWith(`scribery: ${file}:2: no action "play.togle"`), stderr);
});

test('keys without an option says what it wants', t => {
	t.like(runScribery(makeHome(), ['keys']), {status: 2, stderr: 'scribery: keys: say --print or --check FILE\n'});
});
