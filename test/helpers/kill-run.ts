import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {joinPackets, makeAgentHome, readDelivered, startAgentRun, untilDelivered} from './agent-run.ts';
import {makeShimHome, startShim} from './shim.ts';

/** Who is killed outright. */
export type Victim = 'agent' | 'shim' | 'both';

export type KillResult = {
	/** Bytes shown in all sessions. */
	readonly shown: number;
	/** Shown and not delivered. */
	readonly lost: number;
	/** Messages that came twice, or whose number is not the next one. */
	readonly doubled: number;
	readonly missing: number;
	/** The most that one session recorded and never showed. */
	readonly unseen: number;
	readonly kills: number;
};

const commands = [
	'i=0; while :; do echo "line $((i++)) naïve λ"; done',
	'i=0; while :; do echo "slow $((i++))"; sleep 0.01; done',
	'while :; do head -c 3000 /dev/urandom; sleep 0.003; done',
];

/** Run sessions under the login shell, three at a time, and kill one of the two or both while they print, once a session; start the agent again and see what came of it. `random` gives the moments, from 0 to 1. */
export async function killSessions(victim: Victim, runs: number, {program, random}: {readonly program: string; readonly random: () => number}): Promise<KillResult> {
	let result: KillResult = {shown: 0, lost: 0, doubled: 0, missing: 0, unseen: 0, kills: 0};
	for (let left = runs; left > 0; left -= commands.length) {
		const home = makeShimHome('', {program});
		const agentHome = makeAgentHome(home);
		let agent = startAgentRun(agentHome);
		const terminals = commands.slice(0, left).map(command => startShim(home, ['-c', `stty -opost; ${command}`]));
		await Promise.all(terminals.map(async terminal => terminal.sees('\n', 3)));
		let kills = 0;
		for (const terminal of terminals) {
			await sleep(random() * 400);
			if (victim !== 'agent') {
				process.kill(terminal.pid, 'SIGKILL');
			}

			if (victim !== 'shim') {
				await agent.kill();
				await sleep(random() * 50);
				agent = startAgentRun(agentHome);
			}

			kills++;
		}

		if (victim === 'agent') {
			await sleep(random() * 300);
			for (const terminal of terminals) {
				process.kill(terminal.pid, 'SIGTERM');
			}
		}

		await Promise.all(terminals.map(async terminal => terminal.ends()));
		await untilDelivered(home, agent);
		await agent.stop();
		const delivered = readDelivered(agentHome.files.file);
		const named = new Map(delivered.entries().map(([recording, messages]) => [Number.parseInt(recording.split('-', 2)[1] ?? '', 16), messages]));
		for (const terminal of terminals) {
			const messages = named.get(terminal.pid) ?? [];
			const recorded = joinPackets(messages, 'output');
			const {shown} = terminal;
			const isKept = recorded.subarray(0, shown.length).equals(shown);
			result = {
				shown: result.shown + shown.length,
				lost: result.lost + (isKept ? 0 : Math.max(1, shown.length - recorded.length)),
				doubled: result.doubled + messages.length - new Set(messages.map(({id}) => id)).size,
				missing: result.missing + messages.filter(({id}, index) => id > index + 1).length,
				unseen: Math.max(result.unseen, recorded.length - shown.length),
				kills: result.kills,
			};
		}

		result = {...result, kills: result.kills + kills};
	}

	return result;
}
