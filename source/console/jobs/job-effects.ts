import {indexVersion} from '../../store/index-version.ts';
import {StoreError} from '../../store/store-error.ts';
import type {Store} from '../../store/store.ts';
import {expandHome} from '../expand-home.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {Watch} from '../work.ts';
import type {JobOrder, JobProgress} from './job.ts';
import type {JobEffect} from './job-effect.ts';

const tellEveryMs = 200; // As often as the frame around a playing recording.

export type JobEffects = {
	readonly run: (effect: JobEffect) => void;
	/** Tells all jobs to stop, and waits until they have. */
	readonly close: () => Promise<void>;
};

/** Runs jobs. Each is told to stop by its own signal; how it ends is an action, an error is one too. */
export function createJobEffects(ports: Ports, dispatch: Loop['dispatch']): JobEffects {
	const running = new Map<number, {readonly abort: AbortController; readonly ended: Promise<void>}>();

	async function work(id: number, order: JobOrder, signal: AbortSignal): Promise<void> {
		const startMs = ports.clock.elapsedMs();
		let toldMs = -Infinity;
		const onProgress = (progress: Omit<JobProgress, 'elapsedMs'>): void => {
			const elapsedMs = ports.clock.elapsedMs() - startMs;
			if (!(elapsedMs - toldMs >= tellEveryMs)) {
				return;
			}

			toldMs = elapsedMs;
			dispatch({type: 'jobProgressed', id, progress: {...progress, elapsedMs}});
		};

		try {
			const result = await runOrder(order, ports, {signal, onProgress});
			dispatch({type: 'jobEnded', id, state: 'done', result});
			if (order.type === 'import') {
				dispatch({type: 'jobOrdered', order: {type: 'index', isRebuild: false, isUnasked: true}});
			}
		} catch (error) {
			dispatch(signal.aborted
				? {type: 'jobEnded', id, state: 'cancelled', result: 'Cancelled.'}
				: {type: 'jobEnded', id, state: 'failed', result: error instanceof Error ? error.message : String(error)});
		} finally {
			running.delete(id);
		}
	}

	return {
		run(effect) {
			if (effect.type === 'catchUp') {
				void orderCatchingUp(ports, dispatch);
				return;
			}

			if (effect.type === 'cancelJob') {
				running.get(effect.id)?.abort.abort();
				return;
			}

			const abort = new AbortController();
			running.set(effect.id, {abort, ended: work(effect.id, effect.order, abort.signal)});
		},
		async close() {
			const jobs = running.values().toArray();
			for (const {abort} of jobs) {
				abort.abort();
			}

			await Promise.all(jobs.map(async ({ended}) => ended));
		},
	};
}

/** A store that fails here has told so to the list, which was read a moment ago. */
async function orderCatchingUp(ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	try {
		const store = await ports.getStore();
		if (!store.isReadOnly && await hasEndedUnindexed(store)) {
			dispatch({type: 'jobOrdered', order: {type: 'index', isRebuild: false, isUnasked: true}});
		}
	} catch (error) {
		if (!(error instanceof StoreError)) {
			throw error;
		}
	}
}

/** One that is live is indexed by whoever records or receives it. */
async function hasEndedUnindexed(store: Store): Promise<boolean> {
	for (const key of await store.listUnindexed(indexVersion)) {
		const session = await store.getSession(key);
		if (session !== undefined && session.state !== 'live') {
			return true;
		}
	}

	return false;
}

async function runOrder(order: JobOrder, ports: Ports, watch: Watch): Promise<string> {
	const store = await ports.getStore();
	switch (order.type) {
		case 'index': {
			const count = await ports.work.indexStore(store.address, {...watch, isRebuild: order.isRebuild});
			return count === 1 ? '1 recording indexed.' : `${count} recordings indexed.`;
		}

		case 'import': {
			return ports.work.importFiles(store.address, order.files, watch);
		}

		case 'export': {
			const {addresses, format, reason} = order.request;
			for (const address of addresses) {
				await ports.recordAccess('export', address, [format, reason].filter(Boolean).join(' '));
			}

			return ports.work.exportRecordings(store, {...order.request, file: expandHome(order.request.file, ports.environment)}, watch);
		}
	}
}
