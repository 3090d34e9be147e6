import type {SessionPage, SortField} from '../../store/store.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreAddress} from '../find-store.ts';
import {logListing} from '../log-listing.ts';
import {parseArguments} from '../parse-arguments.ts';
import {printJson} from '../print-json.ts';
import {readQuery} from '../read-query.ts';
import {toSessionJson} from '../session-json.ts';
import {withStore} from '../with-store.ts';
import {lsPage} from './ls-page.ts';
import {listUnrecorded} from './list-unrecorded.ts';
import {printSessions} from './print-sessions.ts';

const ascendingFirst: ReadonlySet<string> = new Set(['user', 'host']);

export const runLs: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, lsPage, context);
	if (given.unrecorded) {
		return listUnrecorded({input, view: given.view, limit: given.limit, address: findStoreAddress(given.store, context), isJson: given.json}, context);
	}

	const query = readQuery(input, given.view, context);
	const {sort, isDescending} = readSort(given.sort);
	const {page, unrecorded} = await withStore(findStoreAddress(given.store, context), 'read', context, async store => {
		await logListing(store, {query, words: input, view: given.view}, context);
		const found = await store.listSessions({query, sort, isDescending, limit: given.limit, offset: 0});
		return {page: found, unrecorded: query.type === 'all' ? (await store.listUnrecorded(0)).total : 0};
	});
	if (given.json) {
		context.stdout.write(page.sessions.map(session => `${printJson(toSessionJson(session))}\n`).join(''));
	} else {
		context.stdout.write(printSessions(page.sessions, context));
	}

	tellTheRest(page, context);
	if (unrecorded > 0) {
		context.stderr.write(`${unrecorded === 1 ? '1 login has' : `${unrecorded} logins have`} audit events and no recording: scribery ls --unrecorded.\n`);
	}

	return page.sessions.length === 0 ? 1 : 0;
};

function readSort(text: string): {readonly sort: SortField; readonly isDescending: boolean} {
	const isReversed = text.startsWith('-');
	const name = isReversed ? text.slice(1) : text;
	return {sort: name as SortField, isDescending: ascendingFirst.has(name) === isReversed};
}

/** What is not in the list is said: an empty or short list hides nothing. */
function tellTheRest({sessions, matching, total, unindexed}: SessionPage, {stderr}: Context): void {
	if (sessions.length === 0) {
		stderr.write(total === 0 ? 'No recordings in this store yet: scribery import and scribery rec bring some.\n' : `No session matches among ${total}.\n`);
	} else if (matching > sessions.length) {
		stderr.write(`${sessions.length} of ${matching} shown: --limit shows more.\n`);
	}

	if (unindexed > 0) {
		stderr.write(`${unindexed} of them are not indexed: scribery index.\n`);
	}
}
