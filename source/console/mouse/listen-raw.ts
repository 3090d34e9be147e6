import type {Clock} from '../../clock.ts';
import type {Action} from '../action.ts';
import type {Loop} from '../loop.ts';
import {readRaw} from './read-raw.ts';
import type {RawInput} from './read-raw.ts';

const doubleMs = 400;

/**
Listen to what Ink does not tell: the mouse, and function keys.

Ink reads the terminal itself and drops these; whatever it reads comes by here too. Begin after Ink has.

@returns How to stop that.
*/
export function listenRaw(stdin: NodeJS.ReadStream, clock: Clock, dispatch: Loop['dispatch']): () => void {
	let lastClick: {readonly place: string; readonly atMs: number} | undefined;

	function click(column: number, row: number): Action {
		const place = `${column};${row}`;
		const atMs = clock.elapsedMs();
		const isDouble = lastClick?.place === place && atMs - lastClick.atMs < doubleMs;
		lastClick = isDouble ? undefined : {place, atMs};
		return {type: 'clicked', column, row, isDouble};
	}

	function toAction(input: RawInput): Action {
		switch (input.type) {
			case 'key': {
				return {type: 'pressed', press: {key: input.key, text: ''}};
			}

			case 'wheel': {
				return {type: 'scrolled', isDown: input.isDown};
			}

			case 'click': {
				return click(input.column, input.row);
			}
		}
	}

	function hear(data: string | Uint8Array): void {
		for (const input of readRaw(typeof data === 'string' ? data : new TextDecoder().decode(data))) {
			dispatch(toAction(input));
		}
	}

	stdin.on('data', hear);
	return () => {
		stdin.off('data', hear);
	};
}
