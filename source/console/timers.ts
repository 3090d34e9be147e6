import type {Action} from './action.ts';
import type {Loop} from './loop.ts';

/** Actions that come later, each under a name: a new one takes the place of the old one of that name. */
export type Timers = {
	readonly start: (name: string, delayMs: number, action: Action) => void;
	readonly stop: (name: string) => void;
	readonly close: () => void;
};

export function createTimers(dispatch: Loop['dispatch']): Timers {
	const running = new Map<string, NodeJS.Timeout>();

	function stop(name: string): void {
		clearTimeout(running.get(name));
		running.delete(name);
	}

	return {
		start(name, delayMs, action) {
			stop(name);
			running.set(name, setTimeout(() => {
				running.delete(name);
				dispatch(action);
			}, delayMs));
		},
		stop,
		close() {
			for (const name of running.keys()) {
				stop(name);
			}
		},
	};
}
