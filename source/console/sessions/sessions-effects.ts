import type {Query} from '../../store/query/query.ts';
import type {Session, Store} from '../../store/store.ts';
import type {Action} from '../action.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import {findNearest} from '../../store/query/find-nearest.ts';
import {printQuery} from '../../store/query/print-query.ts';
import {addressOf} from './address-of.ts';
import {findProblem} from './parse-filter.ts';
import {readNames} from './read-names.ts';
import type {Without} from './sessions-state.ts';
import type {SessionsEffect} from './sessions-effect.ts';

type Dispatch = Loop['dispatch'];

type Means = {readonly ports: Ports; readonly signal: AbortSignal | undefined};

/** Does what the list asks for; the answer is an action, an error is one too. With an aborted `signal` nothing is told any more. */
export async function runSessionsEffect(effect: SessionsEffect, {ports, signal}: Means, dispatch: Dispatch): Promise<void> {
	switch (effect.type) {
		case 'list': {
			await list(effect, {ports, signal}, dispatch);
			return;
		}

		case 'check': {
			await check(effect, ports, dispatch);
			return;
		}

		case 'rank': {
			// Loaded late: nothing is ranked in the first frame.
			const {rankSessions} = await import('./rank-sessions.ts');
			dispatch({type: 'ranked', text: effect.text, ...rankSessions(effect.rows, effect.words)});
			return;
		}

		case 'readMarks': {
			await tell({dispatch, signal}, async () => {
				const store = await ports.getStore();
				return {type: 'marksRead', address: addressOf(effect.session), marks: await store.getIndexMarks(effect.session)};
			});
			return;
		}

		case 'readNames': {
			await readNames(effect, ports, dispatch);
			return;
		}

		case 'countWithout': {
			await tell({dispatch, signal}, async () => ({type: 'withoutCounted', text: effect.text, without: await countWithout(effect.query, await ports.getStore(), signal)}));
			return;
		}

		default: {
			effect satisfies never;
		}
	}
}

/** What is only nice to know: when the store cannot tell it, that is a notice. */
async function tell({dispatch, signal}: {readonly dispatch: Dispatch; readonly signal: AbortSignal | undefined}, read: () => Promise<Action>): Promise<void> {
	try {
		dispatch(await read());
	} catch (error) {
		if (!signal?.aborted) {
			dispatch({type: 'noticed', text: messageOf(error), isError: true});
		}
	}
}

async function list({requestId, text, isNew, request}: Extract<SessionsEffect, {type: 'list'}>, {ports, signal}: Means, dispatch: Dispatch): Promise<void> {
	let isAccess = false;
	try {
		const store = await ports.getStore();
		if (isNew) {
			isAccess = true;
			await ports.recordAccess('list', text, 'console');
			isAccess = false;
		}

		// Read first: what is written between the two is then found by the next check.
		const revision = await store.getRevision();
		const page = await store.listSessions(request, signal && {signal});
		dispatch({type: 'listed', requestId, page, revision, now: ports.clock.now()});
	} catch (error) {
		if (!signal?.aborted) {
			dispatch({type: 'listFailed', requestId, message: messageOf(error), isAccess, problem: findProblem(error), now: ports.clock.now()});
		}
	}
}

async function check({revision, goodAt}: Extract<SessionsEffect, {type: 'check'}>, ports: Ports, dispatch: Dispatch): Promise<void> {
	try {
		const store = await ports.getStore();
		const newest = await store.getRevision();
		dispatch(newest === revision ? {type: 'unchanged', now: ports.clock.now()} : {type: 'changed'});
	} catch (error) {
		dispatch({type: 'checkFailed', message: messageOf(error), goodAt, now: ports.clock.now()});
	}
}

/** For each part of the filter: how many sessions match without it. */
async function countWithout(query: Query, store: Store, signal: AbortSignal | undefined): Promise<readonly Without[]> {
	const parts = query.type === 'and' ? query.parts : [query];
	const counted: Without[] = [];
	for (const [index, part] of parts.entries()) {
		const others = parts.toSpliced(index, 1);
		const rest: Query = others.length === 0 ? {type: 'all'} : {type: 'and', parts: others};
		const page = await store.listSessions({query: rest, sort: 'start', isDescending: true, limit: nearbyRows, offset: 0}, signal && {signal});
		counted.push({term: printQuery(part), rest: printQuery(rest), matching: page.matching, nearest: findNearestName(part, page.sessions)});
	}

	return counted;
}

/** For a user or host that nobody knows: the name most like it among the sessions there would be without it. */
function findNearestName(part: Query, sessions: readonly Session[]): string | undefined {
	const isNamed = part.type === 'text' && (part.field === 'user' || part.field === 'host');
	const pattern = isNamed && part.values.length === 1 ? part.values[0] : (part.type === 'word' ? part.pattern : undefined);
	const value = pattern === undefined || pattern.type === 'regex' ? undefined : pattern.text;
	const names = isNamed ? sessions.map(session => part.field === 'user' ? session.user : session.host) : sessions.flatMap(({user, host}) => [user, host]);
	return value === undefined ? undefined : findNearest(value, [...new Set(names)]);
}

const nearbyRows = 500; // Names of the newest sessions are the ones that people mistype.

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
