import process from 'node:process';
import {logAccess} from '../../access/log-access.ts';
import type {MomentsPart} from '../../store/moments.ts';
import {listMomentPatterns} from '../../store/query/moment-patterns.ts';
import type {Query} from '../../store/query/query.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {writeToStream} from '../export/write-export.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {createProgressLine} from '../progress-line.ts';
import type {ProgressLine} from '../progress-line.ts';
import {readQuery} from '../read-query.ts';
import {withStore} from '../with-store.ts';
import {limitHits} from './limit-hits.ts';
import type {Tally} from './limit-hits.ts';
import {printHitsGrouped} from './print-hits-grouped.ts';
import {printHitsJson} from './print-hits-json.ts';
import {printHitRows} from './print-hit-rows.ts';
import {searchPage} from './search-page.ts';

/** `scribery search`. */
export const runSearch: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, searchPage, context);
	const query = readQuery(input, given.view, context);
	refuseNoMoments(query);
	const line = createProgressLine(context);
	const forget = clearOnInterrupt(line);
	try {
		return await withStore(findStoreAddress(given.store, context), 'search', context, async store => {
			await logAccess(store, {action: 'search', what: input.join(' '), detail: given.view === undefined ? '' : `within the view ${given.view}`}, context);
			const tally: Tally = {hits: 0, isCut: false};
			const parts = limitHits(store.findMoments({query, hitsPerSession: given.limit, mostHits: given.limit}), given.limit, tally);
			const found = tellProgress(parts, {line, tally}, context);
			await writeToStream(
				given.json
					? printHitsJson(found)
					: (context.stdout.isTTY ? printHitsGrouped(found, {store, contextRows: given.context}, context) : printHitRows(found)),
				context.stdout,
			);
			if (tally.isCut) {
				context.stderr.write(`The first ${tally.hits} hits: --limit shows more.\n`);
			}

			return tally.hits === 0 ? 1 : 0;
		});
	} finally {
		line.clear();
		forget();
	}
};

/** A search without words would be every line of every session. */
function refuseNoMoments(query: Query): void {
	if (listMomentPatterns(query).length === 0) {
		throw new UserError('search: nothing to look for: say words that stood on a screen, as scribery search \'"permission denied"\', or seen:, typed:, cmd:, file:, net:; scribery ls lists sessions');
	}
}

/** Ends the process as Ctrl-C does, with nothing left on the line. */
function clearOnInterrupt(line: ProgressLine): () => void {
	const end = (): void => {
		line.clear();
		process.off('SIGINT', end);
		process.kill(process.pid, 'SIGINT');
	};

	process.on('SIGINT', end);
	return () => {
		process.off('SIGINT', end);
	};
}

/** Passes on what was found, and tells on stderr how far the search is and what it could not search. */
async function * tellProgress(parts: AsyncIterable<MomentsPart>, {line, tally}: {readonly line: ProgressLine; readonly tally: Tally}, {stderr}: Context): AsyncGenerator<MomentsPart> {
	for await (const part of parts) {
		line.clear();
		yield part;
		if (part.type === 'progress') {
			line.show({verb: 'Searching', done: part.searched, total: part.candidates, unit: 'sessions', share: part.candidates === 0 ? 1 : part.searched / part.candidates});
		} else if (part.type === 'coverage') {
			stderr.write(describeCoverage(part, tally.hits));
		}
	}
}

/** An empty answer hides nothing: what was not searched is said. */
function describeCoverage({searched, total, unindexed}: MomentsPart & {readonly type: 'coverage'}, hits: number): string {
	return [
		...(hits === 0 ? [`No hit in ${searched} of ${total} sessions.\n`] : []),
		...(unindexed > 0 ? [`${unindexed} of ${total} sessions are not indexed and were not searched: scribery index.\n`] : []),
	].join('');
}
