import {writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const home = makeHome();
const cast = path.join(home, 'demo.cast');
writeFileSync(cast, '{"version":2,"width":80,"height":24}\n[0.1,"o","hello"]\n');
runScribery(home, ['import', fixturePath('web1-alice-nginx.jsonl'), cast]);

async function printTable(columns: number): Promise<string[]> {
	const terminal = new ConsoleDriver({argv: ['ls'], environment: {HOME: home}, columns});
	try {
		await terminal.exits();
		await terminal.sees('ADDRESS');
		await terminal.waitsFor(screen => screen.trimEnd().split('\n').length >= 3, 'to see two sessions');
		return terminal.readLines().filter(Boolean);
	} finally {
		terminal.close();
	}
}

for (const columns of [80, 70]) {
	test(`ls fits a terminal of ${columns} columns although an address is long`, async t => {
		const lines = await printTable(columns);
		t.is(lines.length, 3, lines.join('\n'));
		t.true(lines.some(line => line.includes('web1/11f6-17cff304')), lines.join('\n'));
	});
}

test('ls cuts an address with an ellipsis when nothing more can be left out', async t => {
	const lines = await printTable(70);
	t.true(lines.some(line => /-\/h[\da-f]+…$/v.test(line)), lines.join('\n'));
});
