import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {makeShimHome, readSpool, startShim} from '../shim.ts';
import type {Outcome} from './outcome.ts';

/** One line of many bytes and no end: what was produced, shown and recorded are the same bytes. */
export async function showLongLine(bytes: number, program: string): Promise<Outcome> {
	const home = makeShimHome('', {program});
	const began = Date.now();
	const terminal = startShim(home, ['-c', String.raw`head -c ${bytes} /dev/zero | tr "\0" x`]);
	await terminal.ends();
	const {shown} = terminal;
	const recorded = readSpool(home)[0]?.bytesOf('output') ?? Buffer.alloc(0);
	const expected = createHash('sha256').update(Buffer.alloc(bytes, 'x')).digest('hex');
	const isRight = [shown, recorded].every(data => createHash('sha256').update(data).digest('hex') === expected);
	return {tried: 1, wrong: isRight ? 0 : 1, facts: `${bytes} bytes, shown and recorded with one SHA-256, in ${((Date.now() - began) / 1000).toFixed(1)} s`};
}
