import {readJoinedEvents} from '../../playback/join/read-joined-events.ts';
import type {Playback} from '../../playback/playback.ts';
import {readTypedKeys} from '../../playback/read-typed-keys.ts';
import type {Hit} from '../../store/moments.ts';
import type {Query} from '../../store/query/query.ts';
import type {SessionKey, Store} from '../../store/store.ts';
import type {Loop} from '../loop.ts';
import {mostAuditEvents} from './audit/most-audit-events.ts';
import {withinSession} from './hits/within-session.ts';
import type {PlayerEffect} from './player-effect.ts';
import {tellStoreError} from './tell-store-error.ts';

export type LookUpEffect = Extract<PlayerEffect, {type: 'readNotes' | 'readAudit' | 'readTyped' | 'readTypedLines' | 'searchHere'}>;

type Source = {readonly store: Store; readonly key: SessionKey; readonly playback: Playback};

const names = {readNotes: 'Notes', readAudit: 'Audit events', readTyped: 'Typed keys', readTypedLines: 'Typed lines'} as const;

/** More hits of one recording than that nobody goes through; they are counted. */
const mostHits = 10_000;

/** Read what is known of a recording besides what it shows. What goes wrong is told: playing goes on. */
export async function lookUp(effect: LookUpEffect, {store, key, playback}: Source, dispatch: Loop['dispatch']): Promise<void> {
	try {
		switch (effect.type) {
			case 'readNotes': {
				dispatch({type: 'notesRead', notes: await store.listNotes(key)});
				return;
			}

			case 'readAudit': {
				const {session, lengthMs, gaps} = playback;
				dispatch({type: 'auditRead', events: await readJoinedEvents(store, {session, lengthMs, gaps, most: mostAuditEvents})});
				return;
			}

			case 'readTyped': {
				const {fromMs, untilMs} = effect;
				dispatch({type: 'typedRead', fromMs, untilMs, keys: await readTypedKeys(store, key, {fromMs, untilMs})});
				return;
			}

			case 'readTypedLines': {
				const {hits} = await findHits(store, withinSession(key, everyTyped));
				dispatch({type: 'typedLinesRead', lines: hits});
				return;
			}

			case 'searchHere': {
				dispatch({type: 'foundHere', query: effect.query, ...await findHits(store, effect.query)});
			}
		}
	} catch (error) {
		const message = tellStoreError(error, store);
		dispatch(effect.type === 'searchHere'
			? {type: 'searchFailed', query: effect.query, message: `The search failed: ${message}`}
			: {type: 'noticed', text: `${names[effect.type]} cannot be read: ${message}`, isError: true});
	}
}

type Found = {readonly hits: readonly Hit[]; readonly count: number; readonly isIndexed: boolean};

/** What a search of one recording finds. */
async function findHits(store: Store, query: Query): Promise<Found> {
	let found: Found = {hits: [], count: 0, isIndexed: true};
	for await (const part of store.findMoments({query, hitsPerSession: mostHits})) {
		if (part.type === 'session') {
			found = {...found, hits: part.hits, count: part.count};
		} else if (part.type === 'coverage') {
			found = {...found, isIndexed: part.unindexed === 0};
		}
	}

	return found;
}

const everyTyped: Query = {type: 'moment', field: 'typed', values: [{type: 'word', text: '*'}]};
