import {setImmediate as nextTurn} from 'node:timers/promises';
import {makeShimHome, readSpool, startShim} from '../shim.ts';
import type {Outcome} from './outcome.ts';

const sizes = [[0, 0], [65_535, 65_535], [1, 1], [80, 24]] as const;

/** Many sizes one after another, the odd ones among them: the last one is the shell's and the record's. */
export async function stormSizes(times: number, program: string): Promise<Outcome> {
	const home = makeShimHome('', {program});
	const terminal = startShim(home, ['-c', 'echo ready; read x; stty size']);
	await terminal.sees('ready');
	for (let time = 0; time < times; time++) {
		const [columns, rows] = sizes[time % 4] ?? [80, 24];
		terminal.resize(columns, rows);
		if (time % 10 === 0) {
			await nextTurn(); // Whoever sets sizes without a pause lets nobody read them.
		}
	}

	await terminal.resize(65_535, 65_534).type('\r').sees('65534 65535');
	const {status} = await terminal.ends();
	const recorded = readSpool(home)[0]?.frames.filter(({type}) => type === 'window') ?? [];
	const last = recorded.at(-1);
	const isRight = status === 0 && last?.type === 'window' && last.columns === 65_535 && last.rows === 65_534;
	return {tried: times, wrong: isRight ? 0 : 1, facts: `${recorded.length} of them were seen and recorded, the last one among them`};
}
