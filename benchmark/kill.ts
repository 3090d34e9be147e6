import process from 'node:process';
import {killSessions} from '../test/helpers/kill-run.ts';
import type {Victim} from '../test/helpers/kill-run.ts';
import {buildShim} from '../test/helpers/shim.ts';
import {createRandom} from './parts/random.ts';
import {writeResult} from './parts/write-result.ts';

// What is lost when login shell, agent or both are killed outright, as `npm run benchmark kill [KILLS]`: sessions that print text, a little at a time, or any bytes.
const kills = Number(process.argv[2] ?? 200);
const program = buildShim();
const random = createRandom(5).next;
const rows: string[] = [];
for (const [victim, name] of [['shim', 'login shell'], ['agent', 'agent'], ['both', 'both']] as ReadonlyArray<readonly [Victim, string]>) {
	const result = await killSessions(victim, kills, {program, random});
	console.log(victim, result);
	rows.push(`| ${name} | ${result.kills} | ${(result.shown / 1e6).toFixed(1)} | ${result.lost} | ${result.doubled} | ${result.missing} | ${result.unseen} |`);
}

writeResult('kill', 'What is lost by kill -9', [
	'Each time three sessions print at once (a loop of lines, a line each 10 ms, 3,000 random bytes each 3 ms); the login shell of one, the agent, or both are killed at random moments, and the agent is started again. Shown is what came out of the terminal; lost is what of it is not in the delivered file, byte for byte; doubled and missing are messages by their numbers; unseen is the most that one session recorded and did not show (a killed agent\'s sessions are ended by SIGTERM, which drains what the terminal holds).',
	'',
	'| killed | kills | MB shown | bytes lost | messages doubled | messages missing | bytes unseen, most |',
	'| --- | --- | --- | --- | --- | --- | --- |',
	...rows,
].join('\n'));
