import {spawn} from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import {buildShim} from '../test/helpers/shim.ts';
import {soakCommands} from '../test/helpers/shim-extremes/soak-commands.ts';
import {writeResult} from './parts/write-result.ts';

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

writeResult('soak', 'Short commands, one after another', `${runs} commands under the login shell, each with 131,072 bytes of output, in ${((Date.now() - began) / 1000).toFixed(0)} s; ${floods} floods beside them, load at the end ${os.loadavg()[0]?.toFixed(1)}: ${facts}, **${wrong} wrong in all**. Compared are the bytes produced, shown and recorded.`);
