import {parseQuery} from '../../store/query/parse-query.ts';
import type {SessionPage, SortField} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreAddress} from '../find-store.ts';
import {findZone} from '../find-zone.ts';
import {parseArguments, storeFlags} from '../parse-arguments.ts';
import {printJson} from '../print-json.ts';
import {toSessionJson} from '../session-json.ts';
import {withStore} from '../with-store.ts';
import {printSessions} from './print-sessions.ts';

const help = `
	List sessions

	Usage  $ scribery ls [QUERY] [options]
	  --sort F     start, length, user, host or size (start, newest first); --sort=-F reverses
	  --limit N    at most N sessions (100)         --json     one JSON object a line
	  --store A    where recordings are kept
	In a pipe the columns are separated by TAB, without a header line, nothing cut.
	Examples
	  $ scribery ls 'user:alice since:yesterday'
	  $ scribery ls 'host:web* not user:(deploy,ansible)' --sort length
	  $ scribery ls --json | jq -r 'select(.gaps>0) | .id'
	Exit  0 listed, 1 nothing matched, 2 bad query, 3 store.
`;

const flags = {
	...storeFlags,
	sort: {type: 'string', default: 'start'},
	limit: {type: 'number', default: 100},
} as const;

const sortFields: readonly string[] = ['start', 'length', 'user', 'host', 'commands', 'size'] satisfies SortField[];
const ascendingFirst: ReadonlySet<string> = new Set(['user', 'host']);

export const runLs: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, help, flags, context);
	const query = parseQuery(input.join(' '), {now: context.clock.now(), zone: findZone(context)});
	const {sort, isDescending} = readSort(given.sort);
	const page = await withStore(findStoreAddress(given.store, context), 'read', context, async store => store.listSessions({query, sort, isDescending, limit: readLimit(given.limit), offset: 0}));
	if (given.json) {
		context.stdout.write(page.sessions.map(session => `${printJson(toSessionJson(session))}\n`).join(''));
	} else {
		context.stdout.write(printSessions(page.sessions, context));
	}

	tellTheRest(page, context);
	return page.sessions.length === 0 ? 1 : 0;
};

function readSort(text: string): {readonly sort: SortField; readonly isDescending: boolean} {
	const isReversed = text.startsWith('-');
	const name = isReversed ? text.slice(1) : text;
	if (!sortFields.includes(name)) {
		throw new UserError(`ls: cannot sort by "${name}" (known: ${sortFields.join(', ')})`);
	}

	return {sort: name as SortField, isDescending: ascendingFirst.has(name) === isReversed};
}

function readLimit(limit: number): number {
	if (!Number.isSafeInteger(limit) || limit < 1) {
		throw new UserError(`ls: --limit is ${limit}, expected a whole number above 0`);
	}

	return limit;
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
