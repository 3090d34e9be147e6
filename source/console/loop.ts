import type {Action} from './action.ts';
import type {Effect} from './effect.ts';
import type {State} from './state.ts';
import {update} from './update.ts';

/** The console's one loop: an action changes the state, the state is drawn, effects answer with further actions. */
export type Loop = {
	readonly getState: () => State;
	readonly dispatch: (action: Action) => void;
	/** Calls back after each change; returns how to stop that. */
	readonly subscribe: (listener: () => void) => () => void;
};

export function createLoop(initial: State, runEffect: (effect: Effect, dispatch: Loop['dispatch']) => void): Loop {
	let state = initial;
	const listeners = new Set<() => void>();

	function dispatch(action: Action): void {
		const next = update(state, action);
		const hasChanged = next.state !== state;
		state = next.state;
		for (const effect of next.effects) {
			runEffect(effect, dispatch);
		}

		if (hasChanged) {
			for (const listener of listeners) {
				listener();
			}
		}
	}

	return {
		getState: () => state,
		dispatch,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
