import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {makeAuditLog} from './parts/make-audit-log.ts';
import {launcher} from './parts/programs.ts';
import {median} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How fast an audit log is converted, beside what auditd's own ausearch makes of the same file. All on one processor, so that no thread of Node helps.
// `npm run benchmark audit -- [MEGABYTES] [TURNS]`
const sizeBytes = Number(process.argv[2] ?? 500) * 1_000_000;
const turns = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const file = path.join(folder, 'audit.log');
const events = await makeAuditLog(file, sizeBytes);
const megabytes = statSync(file).size / 1_000_000;

const ours = [process.execPath, launcher, 'audit', 'convert', file];
const contenders: Readonly<Record<string, readonly string[]>> = {
	'scribery audit convert': ours,
	'scribery audit convert --format ndjson': [...ours, '--format', 'ndjson'],
	'scribery audit convert --format ecs': [...ours, '--format', 'ecs'],
	'ausearch --format csv': ['ausearch', '-if', file, '--format', 'csv'],
	'ausearch -i': ['ausearch', '-if', file, '-i'],
};

type Run = {readonly seconds: number; readonly processorSeconds: number; readonly residentMiB: number};

const runs = new Map<string, Run[]>(Object.keys(contenders).map(name => [name, []]));
for (let turn = 0; turn < turns; turn++) {
	for (const [name, words] of Object.entries(contenders)) {
		runs.get(name)?.push(measure(words));
	}
}

rmSync(folder, {recursive: true});
const peer = median((runs.get('ausearch --format csv') ?? []).map(({processorSeconds}) => processorSeconds));
writeResult('audit', 'Audit logs', [
	`One enriched log of ${megabytes.toFixed(0)} MB, ${events} events; median of ${turns} runs in turn, whole processes, each held to one processor. Events are counted by the second of processor time, which other work on the machine does not lengthen; ausearch maps the file into its memory.`,
	'',
	'| command | seconds | of processor | events a second | against `ausearch --format csv` | most memory, MiB |',
	'| --- | --- | --- | --- | --- | --- |',
	...[...runs].map(([name, values]) => {
		const seconds = median(values.map(each => each.seconds));
		const processorSeconds = median(values.map(each => each.processorSeconds));
		const residentMiB = median(values.map(each => each.residentMiB));
		return `| \`${name}\` | ${seconds.toFixed(2)} | ${processorSeconds.toFixed(2)} | ${Math.round(events / processorSeconds)} | ${(peer / processorSeconds).toFixed(2)} | ${residentMiB.toFixed(0)} |`;
	}),
].join('\n'));

function measure(words: readonly string[]): Run {
	const {status, stderr} = spawnSync('taskset', ['-c', '0', 'time', '-f', 'measured %e %U %S %M', ...words], {env: {...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC'}, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
	const groups = /^measured (?<wall>\S+) (?<user>\S+) (?<system>\S+) (?<kib>\d+)$/mv.exec(stderr)?.groups;
	if (status !== 0 || groups === undefined) {
		throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
	}

	return {seconds: Number(groups.wall), processorSeconds: Number(groups.user) + Number(groups.system), residentMiB: Number(groups.kib) / 1024};
}
