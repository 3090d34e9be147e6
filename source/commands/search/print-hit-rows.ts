import type {MomentsPart} from '../../store/moments.ts';
import {printAddress} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {kindSigns} from './kind-signs.ts';

/** Hits for a pipe: whole address, kind and line between TABs. */
export async function * printHitRows(parts: AsyncIterable<MomentsPart>): AsyncGenerator<string> {
	for await (const part of parts) {
		if (part.type === 'session') {
			yield part.hits.map(({kind, fromMs, line}) => `${printAddress(part.session, fromMs)}\t${kindSigns[kind]}\t${showControls(line)}\n`).join('');
		}
	}
}
