import os from 'node:os';
import process from 'node:process';
import {buildShim} from '../test/helpers/shim.ts';
import {killRecorders} from '../test/helpers/shim-extremes/kill-recorders.ts';
import {openAtOnce} from '../test/helpers/shim-extremes/open-at-once.ts';
import {openShortSessions} from '../test/helpers/shim-extremes/open-short-sessions.ts';
import type {Outcome} from '../test/helpers/shim-extremes/outcome.ts';
import {serveSsh} from '../test/helpers/shim-extremes/serve-ssh.ts';
import {showLongLine} from '../test/helpers/shim-extremes/show-long-line.ts';
import {stormSizes} from '../test/helpers/shim-extremes/storm-sizes.ts';

/**
What the login shell has to bear, in full; the tests do a hundredth of it. Prints a table.

    node dist/benchmark/extremes.js [PERCENT]
*/
const share = Number(process.argv[2] ?? 100) / 100;
const program = buildShim();
const sanitized = buildShim({isSanitized: true});

const trials: Readonly<Record<string, () => Promise<Outcome>>> = {
	'a line of 100 MB': async () => showLongLine(1e8 * share, program),
	'10⁶ sizes, 0×0 and 65535×65535 among them, under ASan and UBSan': async () => stormSizes(1e6 * share, sanitized),
	'200 sessions at once': async () => openAtOnce(200 * share, program),
	'10,000 short sessions of one user': async () => openShortSessions(1e4 * share, program),
	'`ssh HOST COMMAND </dev/null`, 1,000 times; 100 MB by cat, scp, sftp, rsync, git': async () => serveSsh(1000 * share, 1e8 * share),
	'kill -9 of the recorder, 200 times': async () => killRecorders(200 * share, program),
};

console.log(`${os.cpus()[0]?.model}, ${os.cpus().length} cores, Linux ${os.release()}, ${new Date().toISOString().slice(0, 10)}, ${share * 100} %\n\n| trial | tried | wrong | | s |\n|---|---|---|---|---|`);
for (const [name, run] of Object.entries(trials)) {
	const began = Date.now();
	const {tried, wrong, facts} = await run();
	console.log(`| ${name} | ${tried} | ${wrong} | ${facts} | ${((Date.now() - began) / 1000).toFixed(0)} |`);
}
