import type {Action} from './action.ts';
import type {Effect} from './effect.ts';
import {writeReadout} from './player/draw-player.ts';
import type {State} from './state.ts';
import {update} from './update.ts';

/** The console's one loop: an action changes the state, the state is drawn, effects answer with further actions. */
export type Loop = {
	readonly getState: () => State;
	/** The state that the frame is drawn from: while a recording plays it may be a little older. */
	readonly getDrawn: () => State;
	readonly dispatch: (action: Action) => void;
	/** Calls back when there is something new to draw; returns how to stop that. */
	readonly subscribe: (listener: () => void) => () => void;
};

/** Playing sends these 30 times a second. The pane shows them by itself; the frame around it is drawn anew when `readoutDue` comes, for a frame costs ten times as much as the pane. */
const quietActions: ReadonlySet<Action['type']> = new Set<Action['type']>(['played', 'advanced']);

export function createLoop(initial: State, runEffect: (effect: Effect, dispatch: Loop['dispatch']) => void): Loop {
	let state = initial;
	let drawn = initial;
	const listeners = new Set<() => void>();

	function dispatch(action: Action): void {
		const next = update(state, action);
		state = next.state;
		for (const effect of next.effects) {
			runEffect(effect, dispatch);
		}

		if (state === drawn || quietActions.has(action.type) || (action.type === 'readoutDue' && writeReadout(state) === writeReadout(drawn))) {
			return;
		}

		drawn = state;
		for (const listener of listeners) {
			listener();
		}
	}

	return {
		getState: () => state,
		getDrawn: () => drawn,
		dispatch,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
