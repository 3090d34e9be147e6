import {rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {makeShimHome, readSpool, startShim} from '../shim.ts';
import type {Outcome} from './outcome.ts';

const producedBytes = 131_072;

/** Short commands with 128 KiB of output each: what was produced, what was shown and what was recorded are the same bytes. `tell` hears of each that is not. */
export async function soakCommands(runs: number, program: string, tell: (line: string) => void): Promise<Outcome> {
	const home = makeShimHome('', {program});
	let [shortOnScreen, shortInRecord, otherwise] = [0, 0, 0];
	for (let run = 0; run < runs; run++) {
		const terminal = startShim(home, ['-c', String.raw`stty -opost; head -c ${producedBytes} /dev/zero | tr "\0" x`]);
		const {status} = await terminal.ends();
		const shownBytes = terminal.shown.length;
		const recording = readSpool(home)[0];
		const recordedBytes = recording?.bytesOf('output').length ?? 0;
		const isWhole = recording?.end !== undefined && recording.events.every(({type}) => type === 'frame');
		shortOnScreen += shownBytes === producedBytes ? 0 : 1;
		shortInRecord += recordedBytes === producedBytes && isWhole ? 0 : 1;
		otherwise += status === 0 ? 0 : 1;
		if (shownBytes !== producedBytes || recordedBytes !== producedBytes || !isWhole || status !== 0) {
			tell(`run ${run}: ${shownBytes} shown, ${recordedBytes} recorded, status ${status}, ${isWhole ? 'whole' : 'not whole'}`);
		}

		rmSync(path.join(home.spool, String(process.getuid?.())), {recursive: true});
	}

	return {tried: runs, wrong: shortOnScreen + shortInRecord + otherwise, facts: `${shortOnScreen} short on the screen, ${shortInRecord} short in the record`};
}
