import {spawnSync} from 'node:child_process';
import {makeShimHome, readSpool} from '../shim.ts';
import type {Outcome} from './outcome.ts';

/** One user opens many short sessions one after another while nothing is taken from his spool; quota and free space are counted each time. */
export async function openShortSessions(count: number, program: string): Promise<Outcome> {
	const home = makeShimHome('quota=1000000000000\nspare=1000000\n', {program});
	const took: number[] = [];
	let wrong = 0;
	for (let time = 0; time < count; time++) {
		const began = performance.now();
		const {stdout, status} = spawnSync(program, ['-c', 'echo out; exit 3'], {cwd: home.folder, encoding: 'utf8'});
		took.push(performance.now() - began);
		wrong += stdout === 'out\n' && status === 3 ? 0 : 1;
	}

	const whole = readSpool(home).filter(({end}) => end?.code === 3).length;
	const edge = Math.ceil(count / 10);
	return {tried: count, wrong: whole === count ? wrong : count - whole, facts: `a session took ${median(took.slice(0, edge))} ms among the first ${edge}, ${median(took.slice(-edge))} ms among the last`};
}

function median(values: readonly number[]): string {
	return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(1);
}
