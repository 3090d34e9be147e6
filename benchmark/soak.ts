import {spawn} from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import {buildShim} from '../test/helpers/shim.ts';
import {soakCommands} from '../test/helpers/shim-extremes/soak-commands.ts';

/**
Short commands under the login shell, each with 128 KiB of output: what was produced, what was shown and what was recorded have to be the same bytes.

    node dist/benchmark/soak.js [RUNS] [FLOODS]

FLOODS processes keep the machine busy with terminals of their own meanwhile. Prints each run that is short, and at the end how many there were.
*/
const runs = Number(process.argv[2] ?? 100_000);
const floods = Number(process.argv[3] ?? 0);

const load = Array.from({length: floods}, () => spawn('script', ['-qc', 'exec yes', '/dev/null'], {stdio: ['pipe', 'ignore', 'ignore']}));
const began = Date.now();
const {wrong, facts} = await soakCommands(runs, buildShim(), line => {
	console.log(line);
});
for (const child of load) {
	child.kill('SIGKILL');
}

console.log(`${new Date().toISOString().slice(0, 10)}, Linux ${os.release()}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}: ${runs} commands with 131,072 bytes each in ${((Date.now() - began) / 1000).toFixed(0)} s, ${floods} floods beside them: ${facts}, ${wrong} wrong in all`);
