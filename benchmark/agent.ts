import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {createReadStream, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {readStatus} from '../recorder/agent/read-status.ts';
import {parseMessage} from '../source/format/recording/parse-message.ts';
import {splitLines} from '../source/format/recording/split-lines.ts';
import {makeAgentHome, startAgentRun, untilDelivered} from '../test/helpers/agent-run.ts';
import type {AgentRun} from '../test/helpers/agent-run.ts';
import {buildShim, makeShimHome, startShim} from '../test/helpers/shim.ts';
import type {ShimHome} from '../test/helpers/shim.ts';
import {createRandom} from './parts/random.ts';
import {makeStep} from './parts/shell-text.ts';
import {writeResult} from './parts/write-result.ts';

// The built agent: what it costs with many idle sessions, and for a megabyte of text and of any bytes, both compared by SHA-256.
const sessions = 200;
const idleMs = 60_000;
const bulkBytes = 100_000_000;
const ticksPerSecond = 100; // CONF_CLK_TCK on every Linux that Node runs on.
const bundle = fileURLToPath(new URL('../bin/scribery-agent.js', import.meta.url));
const program = buildShim();

const idle = await measureIdle();
const text = await measureBulk('text', makeText(bulkBytes));
const binary = await measureBulk('binary', randomBytes(bulkBytes / 10));
writeResult('agent', 'What the agent costs', [
	`The built agent (\`dist/bin/scribery-agent.js\`), one file writer, fdatasync of each batch, on ${availableParallelism()} cores.`,
	'',
	`**${sessions} idle sessions** over ${idleMs / 1000} s: ${idle.percent.toFixed(2)} % of a core, ${idle.pssMb.toFixed(1)} MB proportional, ${idle.privateMb.toFixed(1)} MB private. Wanted: at most 0.5 %, 80 MB.`,
	'',
	'| a session prints | MB | agent, CPU ms/MB | until delivered, s | SHA-256 shown = delivered | lines, MB |',
	'| --- | --- | --- | --- | --- | --- |',
	...[text, binary].map(({name, megabytes, cpuMs, seconds, isSame, lineMb}) => `| ${name} | ${megabytes} | ${(cpuMs / megabytes).toFixed(1)} | ${seconds.toFixed(1)} | ${isSame ? 'yes' : '**no**'} | ${lineMb.toFixed(1)} |`),
].join('\n'));

async function measureIdle(): Promise<{readonly percent: number; readonly pssMb: number; readonly privateMb: number}> {
	const home = makeShimHome('', {program});
	const agentHome = makeAgentHome(home);
	const run = startAgentRun(agentHome, bundle);
	const terminals = Array.from({length: sessions}, () => startShim(home, ['-c', 'echo ready; read x']));
	await Promise.all(terminals.map(async terminal => terminal.sees('ready')));
	await sleep(15_000); // Past the messages of the start and a listing.
	const before = readCpuMs(run);
	await sleep(idleMs);
	const percent = (readCpuMs(run) - before) * 100 / idleMs;
	const memory = readFileSync(`/proc/${run.child.pid}/smaps_rollup`, 'utf8');
	for (const terminal of terminals) {
		terminal.type('\r');
	}

	await Promise.all(terminals.map(async terminal => terminal.ends()));
	await finish(home, run);
	return {percent, pssMb: readKb(memory, 'Pss') / 1000, privateMb: (readKb(memory, 'Private_Clean') + readKb(memory, 'Private_Dirty')) / 1000};
}

async function measureBulk(name: string, data: Uint8Array) {
	const home = makeShimHome('', {program});
	const agentHome = makeAgentHome(home);
	writeFileSync(path.join(home.folder, 'data'), data);
	const run = startAgentRun(agentHome, bundle);
	const beganMs = performance.now();
	const terminal = startShim(home, ['-c', 'stty raw; cat data']);
	await terminal.ends();
	await untilDelivered(home, run);
	const seconds = (performance.now() - beganMs) / 1000;
	const {cpuMs} = readStatus(agentHome.state);
	const file = agentHome.files.file ?? '';
	const delivered = createHash('sha256');
	let lineBytes = 0;
	for await (const line of splitLines(createReadStream(file))) {
		if (line.type !== 'line') {
			continue;
		}

		lineBytes += line.text.length;
		for (const packet of parseMessage(line.text).packets) {
			if (packet.type === 'output') {
				delivered.update(packet.data);
			}
		}
	}

	const isSame = delivered.digest('hex') === createHash('sha256').update(terminal.shown).digest('hex') && terminal.shown.length === data.length;
	await finish(home, run);
	return {name, megabytes: data.length / 1e6, cpuMs, seconds, isSame, lineMb: lineBytes / 1e6};
}

async function finish({folder}: ShimHome, run: AgentRun): Promise<void> {
	await run.stop();
	rmSync(folder, {recursive: true});
}

function readCpuMs({child}: AgentRun): number {
	const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
	const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
	return (user + system) * 1000 / ticksPerSecond;
}

function readKb(memory: string, field: string): number {
	return Number(new RegExp(String.raw`^${field}:\s+(?<kb>\d+)`, 'mv').exec(memory)?.groups?.kb);
}

function makeText(length: number): Uint8Array {
	const random = createRandom(3);
	const lines: string[] = [];
	for (let size = 0; size < length;) {
		const line = `${makeStep(random).output.join('\r\n')}\r\n`;
		lines.push(line);
		size += line.length;
	}

	return Buffer.from(lines.join('')).subarray(0, length);
}

function randomBytes(length: number): Uint8Array {
	const {below} = createRandom(7);
	return Uint8Array.from({length}, () => below(256));
}
