import {Buffer} from 'node:buffer';
import process from 'node:process';
import {makeShimHome, readSpool, startShim} from '../shim.ts';
import type {Outcome} from './outcome.ts';

/** Kill the recorder outright, each time after some more was shown, in the midst of a flood: each byte that was shown is in the record. */
export async function killRecorders(times: number, program: string): Promise<Outcome> {
	let [wrong, shownBytes, ahead] = [0, 0, 0];
	for (let time = 0; time < times; time++) {
		const home = makeShimHome('', {program});
		const script = time % 2 === 0 ? 'n=0; while :; do echo "line $((n++)) naïve"; done' : 'exec yes some output that comes fast';
		const terminal = startShim(home, ['-c', script]);
		await terminal.sees('\n', 1 + ((time * 37) % 500));
		process.kill(terminal.pid, 'SIGKILL');
		await terminal.ends();
		const recorded = readSpool(home)[0]?.bytesOf('output') ?? Buffer.alloc(0);
		const {shown} = terminal;
		wrong += recorded.subarray(0, shown.length).equals(shown) ? 0 : 1;
		shownBytes += shown.length;
		ahead = Math.max(ahead, recorded.length - shown.length);
	}

	return {tried: times, wrong, facts: `${shownBytes} bytes were shown, at most ${ahead} recorded and not shown`};
}
