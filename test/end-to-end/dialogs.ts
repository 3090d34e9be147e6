import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {sizes} from '../helpers/keys/all-scenes.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

for (const [columns, rows] of sizes) {
	test(`what the dialogs ask for is done when they are answered, and is there the next time, at ${columns}×${rows}`, async t => {
		const home = makeHome();
		runScribery(home, ['import', fixturePath('web1-alice-nginx.jsonl')]);
		const console = new ConsoleDriver({argv: [], columns, rows, environment: {HOME: home, TZ: 'UTC', NO_COLOR: '1'}});
		try {
			await console.sees('1 session');
			console.press('t', ...'case-7 audit', 'tab', 'tab', 'enter');
			await console.sees('Tagged');
			await console.sees(/^▸.*alice.*-{4}\*/mv);
			console.press('t');
			await console.sees('Now: audit case-7');
			console.press('tab', ...'audit', 'enter');
			await console.sees('Untagged');
			console.press('t');
			await console.sees(/Now: case-7 +│/v);
			console.press('escape');
			await console.seesNo('Now:');

			console.press('c', ...'restart was approved', 'enter');
			await console.sees('Noted');

			const file = path.join(home, 'evidence.cast');
			console.press('x', 'up', 'up', 'up', 'up', 'ctrl-u', ...file, 'tab', ...'case 7', 'tab', 'enter');
			await console.seesNo('┌ Export');
			await console.sees(/Wrote|written/v);
			t.like(JSON.parse(readFileSync(file, 'utf8').split('\n', 1)[0] ?? ''), {version: 3});
			console.press(':', ...'log', 'enter');
			await console.sees(/export {2}web1\//v);
			console.press('q', 'q');
			t.is(await console.exits(), 0);
		} finally {
			console.close();
		}

		t.regex(runScribery(home, ['ls', 'tag:case-7 has:note', '--json']).stdout, /"tags":\["case-7"\]/v);
	});
}
