import {spawn} from 'node:child_process';
import {rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {buildShim, makeShimHome, readSpool, startShim} from '../test/helpers/shim.ts';

/**
Short commands under the login shell, each with 128 KiB of output: what was produced, what was shown and what was recorded have to be the same bytes.

    node dist/benchmark/soak.js [RUNS] [FLOODS]

FLOODS processes keep the machine busy with terminals of their own meanwhile. Prints each run that is short, and at the end how many there were.
*/
const runs = Number(process.argv[2] ?? 1000);
const floods = Number(process.argv[3] ?? 0);
const producedBytes = 131_072;

const program = buildShim();
const home = makeShimHome('', {program});
const load = Array.from({length: floods}, () => spawn('script', ['-qc', 'exec yes', '/dev/null'], {stdio: ['pipe', 'ignore', 'ignore']}));
const began = Date.now();
let shortOnScreen = 0;
let shortInRecord = 0;
for (let run = 0; run < runs; run++) {
	const terminal = startShim(home, ['-c', String.raw`stty -opost; head -c ${producedBytes} /dev/zero | tr "\0" x`]);
	const {status} = await terminal.ends();
	const shownBytes = terminal.shown.length;
	const recording = readSpool(home)[0];
	const recordedBytes = recording?.bytesOf('output').length ?? 0;
	const isWhole = recording?.end !== undefined && recording.events.every(({type}) => type === 'frame');
	shortOnScreen += shownBytes === producedBytes ? 0 : 1;
	shortInRecord += recordedBytes === producedBytes && isWhole ? 0 : 1;
	if (shownBytes !== producedBytes || recordedBytes !== producedBytes || !isWhole || status !== 0) {
		console.log(`run ${run}: ${shownBytes} shown, ${recordedBytes} recorded, status ${status}, ${isWhole ? 'whole' : 'not whole'}`);
	}

	rmSync(path.join(home.spool, String(process.getuid?.())), {recursive: true});
}

for (const child of load) {
	child.kill('SIGKILL');
}

console.log(`${new Date().toISOString().slice(0, 10)}, Linux ${os.release()}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}: ${runs} commands with ${producedBytes} bytes each in ${((Date.now() - began) / 1000).toFixed(0)} s, ${shortOnScreen} short on the screen, ${shortInRecord} short in the record`);
