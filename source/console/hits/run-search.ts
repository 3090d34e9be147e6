import type {MomentsPart} from '../../store/moments.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import {findProblem} from '../sessions/parse-filter.ts';
import type {HitsEffect} from './hits-effect.ts';

const sessionsPerPage = 200;
const hitsPerSession = 100;
/** What is found in this time is drawn together. */
const gatherMs = 50;

/** A search under way. */
export type RunningSearch = {
	/** Nothing more is told, and the store stops working on it. */
	readonly stop: () => void;
};

/** Search through sessions until a page of them has hits, telling what is found as it is found. */
export function runSearch({requestId, text, isNew, query, after}: Extract<HitsEffect, {type: 'findHits'}>, ports: Ports, dispatch: Loop['dispatch']): RunningSearch {
	const abort = new AbortController();
	const {signal} = abort;
	let gathered: MomentsPart[] = [];
	let timer: NodeJS.Timeout | undefined;

	function tell(): void {
		clearTimeout(timer);
		timer = undefined;
		if (signal.aborted || gathered.length === 0) {
			return;
		}

		const found = gathered;
		gathered = [];
		dispatch({type: 'hitsFound', requestId, parts: found});
	}

	async function search(): Promise<void> {
		let isAccess = false;
		try {
			const store = await ports.getStore();
			if (isNew) {
				isAccess = true;
				await ports.recordAccess('search', text, 'console');
				isAccess = false;
			}

			const parts = store.findMoments({query, hitsPerSession, ...(after !== undefined && {afterSession: after})}, {signal});
			const isComplete = await gather(parts) === 'all';
			tell();
			if (!signal.aborted) {
				dispatch({type: 'hitsEnded', requestId, isComplete});
			}
		} catch (error) {
			tell();
			if (!signal.aborted) {
				dispatch({type: 'hitsFailed', requestId, message: error instanceof Error ? error.message : String(error), isAccess, problem: findProblem(error)});
			}
		}
	}

	/** Gives `all` when the store has told everything, else `page`. */
	async function gather(found: AsyncIterable<MomentsPart>): Promise<'all' | 'page'> {
		let sessions = 0;
		for await (const part of found) {
			gathered.push(part);
			timer ??= setTimeout(tell, gatherMs);
			sessions += part.type === 'session' ? 1 : 0;
			if (signal.aborted || sessions >= sessionsPerPage) {
				return 'page';
			}
		}

		return 'all';
	}

	void search();
	return {
		stop() {
			abort.abort();
			clearTimeout(timer);
		},
	};
}
