import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {State} from '../state.ts';
import {findProblem} from '../sessions/parse-filter.ts';
import {createTiles} from './tiles.ts';
import {viewTiles} from './view-tiles.ts';
import type {WallEffect} from './wall-effect.ts';
import {onlyRunning} from './ask-wall.ts';

const mostTiles = 200;

/** Does what the wall asks for; the answer is an action, an error is one too. */
export type WallEffects = {
	readonly run: (effect: WallEffect) => Promise<void>;
	/** After each frame of Ink, with the state it was drawn from: what Ink has drawn over must be painted again. */
	readonly paintAgain: (drawn: State) => void;
	/** Before all is drawn anew: what stands on the terminal is unknown. */
	readonly expectRedraw: () => void;
	readonly close: () => Promise<void>;
};

export function createWallEffects(ports: Ports, dispatch: Loop['dispatch']): WallEffects {
	const tiles = createTiles(ports, dispatch);

	async function list({requestId, text, isNew, query, revision}: Extract<WallEffect, {type: 'listRunning'}>): Promise<void> {
		let isAccess = false;
		try {
			const store = await ports.getStore();
			if (isNew) {
				isAccess = true;
				await ports.recordAccess('list', text, 'live wall');
				isAccess = false;
			}

			// Read first: what is written between the two is then found the next time.
			const present = await store.getRevision();
			if (present === revision) {
				dispatch({type: 'wallUnchanged', requestId, now: ports.clock.now()});
				return;
			}

			const {sessions} = await store.listSessions({query, sort: 'start', isDescending: true, limit: mostTiles, offset: 0});
			dispatch({type: 'wallListed', requestId, sessions, revision: present, now: ports.clock.now()});
			await count();
		} catch (error) {
			dispatch({type: 'wallFailed', requestId, message: error instanceof Error ? error.message : String(error), isAccess, problem: findProblem(error)});
		}
	}

	async function count(): Promise<void> {
		const store = await ports.getStore();
		const {matching} = await store.listSessions({query: onlyRunning({type: 'all'}), sort: 'start', isDescending: true, limit: 1, offset: 0});
		dispatch({type: 'runningCounted', running: matching});
	}

	return {
		async run(effect) {
			switch (effect.type) {
				case 'listRunning': {
					await list(effect);
					return;
				}

				case 'countRunning': {
					// Only the title tells it; the list that asked tells of a store that cannot be read.
					await count().catch(() => undefined);
					return;
				}

				case 'showTiles': {
					tiles.show(effect.tiles, effect.isPaused);
					return;
				}

				default: {
					effect satisfies never;
				}
			}
		},
		paintAgain(drawn) {
			tiles.paintAgain(viewTiles(drawn));
		},
		expectRedraw: tiles.expectRedraw,
		close: tiles.close,
	};
}
