import type {Effect} from '../../source/console/effect.ts';
import type {State} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';

/** The state after keys, by their names in the key table, with nothing answered from outside; and all that was asked. */
export function pressKeys(state: State, ...keys: readonly string[]): {readonly state: State; readonly effects: readonly Effect[]} {
	let next = state;
	const effects: Effect[] = [];
	for (const key of keys) {
		const text = key === 'space' ? ' ' : (key.length === 1 ? key : '');
		const answer = update(next, {type: 'pressed', press: {key, text}});
		next = answer.state;
		effects.push(...answer.effects);
	}

	return {state: next, effects};
}

/** The keys that type a text. */
export function keysOf(text: string): readonly string[] {
	return Array.from(text, character => character === ' ' ? 'space' : character);
}
