import type {Clock} from '../clock.ts';
import type {Action} from './action.ts';
import type {Loop} from './loop.ts';

/** Actions that come later, each under a name: a new one takes the place of the old one of that name. */
export type Timers = {
	readonly start: (name: string, delayMs: number, action: Action) => void;
	readonly stop: (name: string) => void;
	/** Tell the time once after the delay; `undefined` stops that. */
	readonly tick: (delayMs: number | undefined) => void;
	/** Stops all; what is still answered afterwards starts none. */
	readonly close: () => void;
};

export function createTimers(dispatch: Loop['dispatch'], clock: Clock): Timers {
	const running = new Map<string, NodeJS.Timeout>();
	let isClosed = false;

	function stop(name: string): void {
		clearTimeout(running.get(name));
		running.delete(name);
	}

	function startWith(name: string, delayMs: number, makeAction: () => Action): void {
		stop(name);
		if (isClosed) {
			return;
		}

		running.set(name, setTimeout(() => {
			running.delete(name);
			dispatch(makeAction());
		}, delayMs));
	}

	return {
		start(name, delayMs, action) {
			startWith(name, delayMs, () => action);
		},
		stop,
		tick(delayMs) {
			if (delayMs === undefined) {
				stop('tick');
			} else {
				startWith('tick', delayMs, () => ({type: 'ticked', now: clock.now()}));
			}
		},
		close() {
			isClosed = true;
			for (const name of running.keys()) {
				stop(name);
			}
		},
	};
}
