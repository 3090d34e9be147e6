// Writes docs/pictures: records the console in a real terminal with `scribery rec`, and exports the screen at its end with `scribery export`.
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {ConsoleDriver} from '../../dist/test/helpers/console-driver.js';
import {makeHome, runScribery} from '../../dist/test/helpers/run-scribery.js';

const launcher = fileURLToPath(new URL('../../source/launch/scribery.cjs', import.meta.url));
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** What is pressed, each key or text once what stands before it is seen. */
const pictures = {
	sessions: {steps: [['web1', ['down', 'down', 'down']]], last: 'db1/4b28-3224547e'},
	hits: {steps: [['web1', ['/', ...'failed not user:frank', 'enter']], ['2 of 22 sessions', ['2']]], last: 'tests, 6 failed'},
	player: {steps: [['web1', ['/', ...'"test failed"', 'enter']], ['1 of 22 sessions', ['2']], ['2 hits', ['enter']], ['hit 1/2', [' ', 'n', 'e']]], last: 'hit 2/2'},
};

mkdirSync(folder, {recursive: true});
for (const [name, {steps, last}] of Object.entries(pictures)) {
	const home = makeHome();
	const recording = path.join(home, 'recording.jsonl');
	await recordConsole(recording, home, {steps, last});
	// Not of this machine: a picture names the recording that it is of.
	const lines = readFileSync(recording, 'utf8').trimEnd().split('\n').map(line => JSON.stringify({...JSON.parse(line), host: 'scribery', rec: `picture-of-${name}`, user: 'auditor'}));
	writeFileSync(recording, `${lines.join('\n')}\n`);
	check(runScribery(home, ['import', '--no-index', recording]));
	const file = path.join(folder, `${name}.svg`);
	check(runScribery(home, ['export', `scribery/picture-of-${name}@end`, '--format', 'svg', '-o', file]));
	chmodSync(file, 0o644); // An export is for its owner's eyes; these are for everybody's.
	console.log(`docs/pictures/${name}.svg`);
}

async function recordConsole(recording, home, {steps, last}) {
	const number = path.join(home, 'pid');
	const words = ['rec', '-o', recording, '--', 'sh', '-c', 'echo $$ > "$1"; exec "$2" "$3"', 'sh', number, process.execPath, launcher];
	const terminal = new ConsoleDriver({argv: words, columns: 100, rows: 28, environment: {HOME: home, TZ: 'UTC', COLORTERM: 'truecolor'}});
	try {
		for (const [seen, keys] of steps) {
			await terminal.sees(seen);
			terminal.press(...keys);
		}

		await terminal.sees(last);
		await rest();
		// Killed, it cannot clear its screen: that is what stands at the recording's end.
		process.kill(Number(readFileSync(number, 'utf8')), 'SIGKILL');
		await terminal.exits();
	} finally {
		terminal.close();
	}
}

/** What is drawn behind the last mark: this is no test, and a picture is looked at. */
async function rest() {
	await new Promise(resolve => {
		setTimeout(resolve, 1500);
	});
}

function check({status, stderr}) {
	if (status !== 0) {
		throw new Error(stderr);
	}
}
