import type {Effect} from './effect.ts';
import type {Loop} from './loop.ts';
import {createPlayerEffects, type PlayerEffects} from './player/player-effects.ts';
import type {Ports} from './ports.ts';
import {createTimers} from './timers.ts';

/** What only the running program can do: it holds Ink and the process. */
export type Host = {
	readonly redraw: () => void;
	readonly suspend: () => void;
	readonly exit: (code: number) => void;
};

export type Effects = {
	readonly run: (effect: Effect) => void;
	readonly player: PlayerEffects;
	readonly close: () => Promise<void>;
};

/** Does what `update` asks for. Every answer is an action; an error is one too. */
export function createEffects(ports: Ports, host: Host, dispatch: Loop['dispatch']): Effects {
	const timers = createTimers(dispatch);
	const player = createPlayerEffects(ports, dispatch);

	function run(effect: Effect): void {
		switch (effect.type) {
			case 'after': {
				timers.start(effect.name, effect.delayMs, effect.action);
				return;
			}

			case 'forget': {
				timers.stop(effect.name);
				return;
			}

			case 'list': {
				void list(effect);
				return;
			}

			case 'readMarks':
			case 'copy':
			case 'openStore': {
				return;
			}

			case 'redraw': {
				host.redraw();
				return;
			}

			case 'suspend': {
				host.suspend();
				return;
			}

			case 'exit': {
				host.exit(effect.code);
				return;
			}

			default: {
				player.run(effect);
			}
		}
	}

	async function list({requestId, request}: Extract<Effect, {type: 'list'}>): Promise<void> {
		try {
			const store = await ports.getStore();
			const page = await store.listSessions(request);
			dispatch({type: 'listed', requestId, page, now: ports.clock.now()});
		} catch (error) {
			dispatch({type: 'listFailed', requestId, message: error instanceof Error ? error.message : String(error), now: ports.clock.now()});
		}
	}

	return {
		run,
		player,
		async close() {
			timers.close();
			await player.close();
		},
	};
}
