import {printAddress} from '../../store/address.ts';
import type {Query} from '../../store/query/query.ts';
import type {Context} from '../context.ts';
import {toIso} from '../session-json.ts';
import {shortestRec} from '../shortest-rec.ts';
import {withStore} from '../with-store.ts';
import type {Answer} from './answer.ts';

const newest = 200; // More than anybody reads through.

/** Addresses of the newest recordings that begin with what was typed, the rec short while that names one. */
export async function listAddresses(typed: string, store: string, context: Context): Promise<readonly Answer[]> {
	const slash = typed.indexOf('/');
	const query: Query = slash === -1 ? {type: 'all'} : {type: 'text', field: 'host', values: [{type: 'phrase', text: decodeURIComponent(typed.slice(0, slash))}]};
	const {sessions} = await withStore(store, 'read', context, async opened => opened.listSessions({query, sort: 'start', isDescending: true, limit: newest, offset: 0}));
	return sessions.flatMap(session => {
		const names = [printAddress({host: session.host, rec: shortestRec(session, sessions)}), printAddress(session)];
		const name = names.find(each => each.startsWith(typed));
		return name === undefined ? [] : [[name, [session.user, toIso(session.startedAt)?.slice(0, 16)].filter(Boolean).join(', ')] as const];
	});
}
