import type {MomentsPart} from '../../store/moments.ts';
import {signOfHit} from '../../store/sign-of-hit.ts';
import {printAddress} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';

/** Hits for a pipe: whole address, kind and line between TABs. */
export async function * printHitRows(parts: AsyncIterable<MomentsPart>): AsyncGenerator<string> {
	for await (const part of parts) {
		if (part.type === 'session') {
			yield part.hits.map(hit => `${printAddress(part.session, hit.fromMs)}\t${signOfHit(hit)}\t${showControls(hit.line)}\n`).join('');
		}
	}
}
