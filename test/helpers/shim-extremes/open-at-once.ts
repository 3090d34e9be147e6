import process from 'node:process';
import {makeShimHome, readSpool, startShim} from '../shim.ts';
import type {Outcome} from './outcome.ts';

/** Many sessions on terminals of their own, all alive at the same time: each is recorded by itself, and whole. */
export async function openAtOnce(count: number, program: string): Promise<Outcome> {
	const home = makeShimHome('', {program});
	process.setMaxListeners(count + 20); // Each terminal has one.
	const terminals = Array.from({length: count}, (_, index) => startShim(home, ['-c', `echo session-${index}; read line; echo "$line"; exit 3`]));
	await Promise.all(terminals.map(async (terminal, index) => terminal.sees(`session-${index}\r\n`)));
	for (const [index, terminal] of terminals.entries()) {
		terminal.type(`answer-${index}\r`);
	}

	const ends = await Promise.all(terminals.map(async terminal => terminal.ends()));
	const recordings = readSpool(home).filter(({end, events}) => end?.code === 3 && events.every(({type}) => type === 'frame'));
	const recorded = new Set(recordings.map(({bytesOf}) => bytesOf('output').toString()));
	const wrong = terminals.filter((terminal, index) => !recorded.has(terminal.shown.toString()) || ends[index]?.status !== 3).length;
	return {tried: count, wrong: recordings.length === count ? wrong : count, facts: `${recordings.length} recordings`};
}
