import type {Clock} from '../../clock.ts';
import type {Loop} from '../loop.ts';
import {readRaw} from './read-raw.ts';

const doubleMs = 400;

/**
Listen to what Ink does not tell: the mouse, and function keys.

Ink reads the terminal itself and drops these; whatever it reads comes by here too. Begin after Ink has.

@returns How to stop that.
*/
export function listenRaw(stdin: NodeJS.ReadStream, clock: Clock, dispatch: Loop['dispatch']): () => void {
	let lastClick: {readonly place: string; readonly atMs: number} | undefined;

	function hear(data: string | Uint8Array): void {
		const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
		for (const input of readRaw(text)) {
			switch (input.type) {
				case 'key': {
					dispatch({type: 'pressed', press: {key: input.key, text: ''}});
					break;
				}

				case 'wheel': {
					dispatch({type: 'scrolled', isDown: input.isDown});
					break;
				}

				case 'click': {
					const {column, row} = input;
					const place = `${column};${row}`;
					const atMs = clock.elapsedMs();
					const isDouble = lastClick?.place === place && atMs - lastClick.atMs < doubleMs;
					lastClick = isDouble ? undefined : {place, atMs};
					dispatch({type: 'clicked', column, row, isDouble});
				}
			}
		}
	}

	stdin.on('data', hear);
	return () => {
		stdin.off('data', hear);
	};
}
