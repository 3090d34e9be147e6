import type {Query} from '../../store/query/query.ts';
import type {SessionKey} from '../../store/store.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import {addressOf} from '../sessions/address-of.ts';
import {createHitScreens} from './hit-screens.ts';
import type {HitsEffect} from './hits-effect.ts';
import {mostHits} from './fold-group.ts';
import {runSearch} from './run-search.ts';
import type {RunningSearch} from './run-search.ts';

/** Does what the list of hits asks for. One search runs at a time, and one screen is read at a time. */
export type HitsEffects = {
	readonly run: (effect: HitsEffect) => void;
	readonly close: () => Promise<void>;
};

export function createHitsEffects(ports: Ports, dispatch: Loop['dispatch']): HitsEffects {
	let search: RunningSearch | undefined;
	let loading = new AbortController();
	const screens = createHitScreens(ports, dispatch);

	/** Nobody wants what is still being loaded. */
	function stopLoading(): void {
		loading.abort();
		loading = new AbortController();
	}

	async function load({session, query, isUnfolding}: Extract<HitsEffect, {type: 'loadHits'}>): Promise<void> {
		const answer = {type: 'hitsLoaded', query, address: addressOf(session), isUnfolding} as const;
		const {signal} = loading;
		try {
			const store = await ports.getStore();
			const parts = store.findMoments({query: narrow(query, session), hitsPerSession: mostHits}, {signal});
			for await (const part of parts) {
				if (part.type === 'session') {
					dispatch({...answer, hits: part.hits, count: part.count});
					return;
				}
			}

			dispatch({...answer, hits: undefined, count: 0});
		} catch (error) {
			dispatch({...answer, hits: undefined, count: 0});
			if (!signal.aborted) {
				dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
			}
		}
	}

	return {
		run(effect) {
			switch (effect.type) {
				case 'findHits': {
					search?.stop();
					search = runSearch(effect, ports, dispatch);
					return;
				}

				case 'stopHits': {
					search?.stop();
					search = undefined;
					stopLoading();
					return;
				}

				case 'loadHits': {
					void load(effect);
					return;
				}

				case 'readHitScreen': {
					screens.read(effect);
					return;
				}

				case 'closeHitScreen': {
					screens.rest();
					return;
				}

				default: {
					effect satisfies never;
				}
			}
		},
		async close() {
			search?.stop();
			stopLoading();
			await screens.close();
		},
	};
}

/** The same search in one recording. */
function narrow(query: Query, {host, rec}: SessionKey): Query {
	return {
		type: 'and',
		parts: [
			query,
			{type: 'text', field: 'host', values: [{type: 'phrase', text: host}]},
			{type: 'text', field: 'rec', values: [{type: 'phrase', text: rec}]},
		],
	};
}
