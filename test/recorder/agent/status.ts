import {spawnSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {parseAgentConfig} from '../../../recorder/agent/agent-config.ts';
import type {AgentStatus} from '../../../recorder/agent/agent-status.ts';
import {findTroubles, printStatus} from '../../../recorder/agent/print-status.ts';
import {readStatus} from '../../../recorder/agent/read-status.ts';
import {makeAgentHome, startAgentRun, until, untilDelivered} from '../../helpers/agent-run.ts';
import type {AgentHome} from '../../helpers/agent-run.ts';
import {buildShim, makeShimHome, startShim} from '../../helpers/shim.ts';
import {cli} from '../../helpers/terminal-run.ts';

const program = fileURLToPath(new URL('../../../source/commands/agent/host-agent.js', import.meta.url));

test('the status counts what was delivered, and `scribery agent --status` tells it', async t => {
	const home = makeShimHome('', {program: buildShim()});
	const agent = makeAgentHome(home);
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'echo hi']);
	await terminal.ends();
	await untilDelivered(home, run);
	await until(() => readStatus(agent.state).counts.delivered === 1, run.said);
	const {status, stdout} = spawnSync(process.execPath, [cli, 'agent', '--status', '--config', agent.config], {encoding: 'utf8'});
	t.regex(stdout, /^All is well\.\nAgent {6}process \d+, .*\nSpool .*: 0 files, 0 B; disk .*\nRecordings 0 live, 0 open, 0 waiting; since the start 1 delivered, 0 broken, 0 gaps .*\nWriter {5}file \(file \/.*\): \d messages, .*\n$/v);
	t.is(status, 0);
	await run.stop();
});

test('a writer that fails is told of at once, with what it is behind, and is caught up with when it works again', async t => {
	const home = makeShimHome('', {program: buildShim()});
	const agent = makeAgentHome(home, {writers: ['good', 'bad']});
	const bad = agent.files.bad ?? '';
	spawnSync('mkdir', [bad]);
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'echo hi']);
	await terminal.ends();
	await until(() => statusOf(agent)?.recordings.open === 1 && (statusOf(agent)?.writers[1]?.behindBytes ?? 0) > 0 && statusOf(agent)?.writers[0]?.behindBytes === 0, run.said);
	const {status, stdout} = spawnSync(process.execPath, [program, '--status', '--config', agent.config], {encoding: 'utf8'});
	t.is(status, 1);
	t.regex(stdout, /^Not all is well:\n {2}writer bad: .*EISDIR/v);
	t.true(run.said().includes('writer bad: '));
	rmSync(bad, {recursive: true});
	await untilDelivered(home, run);
	t.true(run.said().includes('writer bad: all is well again'));
	await run.stop();
});

test('an agent not heard of, a full disk and a lasting fault are troubles', t => {
	t.deepEqual(findTroubles(make({}), 1000), []);
	t.deepEqual(findTroubles(make({}), 120_000), ['the agent has not been heard of for 2 min']);
	t.deepEqual(findTroubles(make({spool: {...make({}).spool, level: 'critical', usedPercent: 97}}), 0), ['the spool or its disk is 97 % full (critical)']);
	t.true(printStatus(make({faults: [{about: 'writer x', text: 'no\u{1B}[31m\n'}]}), 0).includes(String.raw`  writer x: no\u{1b}[31m\u{a}`));
});

test('no status is told with what to do', t => {
	const home = makeShimHome('', {program: buildShim()});
	const agent = makeAgentHome(home);
	const {status, stderr} = spawnSync(process.execPath, [program, '--status', '--config', agent.config], {encoding: 'utf8'});
	t.is(status, 3);
	t.regex(stderr, /^scribery-agent: \/.*\/state: the agent's state is not there\. Has scribery-agent ever run\?\n$/v);
});

for (const [text, problem] of [
	['{', 'this is no JSON'],
	['{}', '"spool" is missing, expected an absolute path'],
	['{"spool": "x"}', '"spool" is "x", expected an absolute path'],
	['{"spool": "/s", "state": "/t"}', '"writers" is missing, expected an object'],
	['{"spool": "/s", "state": "/t", "writers": {}}', '"writers" has none, expected at least one'],
	['{"spool": "/s", "state": "/t", "writers": {"a": {"type": "tape"}}}', '"writers.a.type" is "tape", expected'],
	['{"spool": "/s", "state": "/t", "writers": {"a": {"type": "journal"}}, "latency": 1}', '"latency" is not known here'],
	['{"spool": "/s", "state": "/t", "writers": {"a": {"type": "journal"}}, "limit": {"rate": "1"}}', '"limit.rate" is "1", expected a whole number'],
	['{"spool": "/s", "state": "/t", "writers": {"a": {"type": "journal"}}, "limits": {"x": 1}}', '"limits.x" is not known here'],
] as const) {
	test(`the configuration ${text} is refused: ${problem}`, t => {
		t.throws(() => parseAgentConfig(text, 'agent.json'), {name: 'UserError', message: message => message.startsWith('agent.json: ') && message.includes(problem)});
	});
}

test('a status that no agent has written is refused', t => {
	const home = makeShimHome('', {program: buildShim()});
	writeFileSync(path.join(home.folder, 'status.json'), '[]');
	t.throws(() => readStatus(home.folder), {name: 'RecorderError', message: /status\.json: this is no status of an agent/v});
});

function statusOf({state}: AgentHome): AgentStatus | undefined {
	try {
		return readStatus(state);
	} catch {
		return undefined; // Not told yet.
	}
}

function make(status: Partial<AgentStatus>): AgentStatus {
	return {
		at: 0,
		startedAt: 0,
		processId: 1,
		spool: {path: '/spool', files: 0, bytes: 0, oldestAt: undefined, freeBytes: 1, usedPercent: 1, level: 'good'},
		recordings: {live: 0, open: 0, waiting: 0},
		counts: {delivered: 0, broken: 0, gaps: 0, lostBytes: 0, damagedBytes: 0},
		writers: [],
		faults: [],
		cpuMs: 0,
		memoryBytes: 0,
		...status,
	};
}
