import type {StatsRow} from '../../store/counts.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Command} from '../command.ts';
import {findStoreAddress} from '../find-store.ts';
import {findZone} from '../find-zone.ts';
import {logListing} from '../log-listing.ts';
import {parseArguments} from '../parse-arguments.ts';
import {printJson} from '../print-json.ts';
import {readQuery} from '../read-query.ts';
import {withStore} from '../with-store.ts';
import {printStats} from './print-stats.ts';
import {statsPage} from './stats-page.ts';

/** `scribery stats`. */
export const runStats: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, statsPage, context);
	const query = readQuery(input, given.view, context);
	const by = statsPage.options.by.values.find(value => value === given.by) ?? 'user';
	const rows = await withStore(findStoreAddress(given.store, context), 'read', context, async store => {
		await logListing(store, {query, words: input, view: given.view}, context);
		return store.countStats({query, by, zone: findZone(context)});
	});
	context.stdout.write(given.json
		? rows.map(row => `${printJson(toJson(row))}\n`).join('')
		: (context.stdout.isTTY ? printStats(rows, by, context) : printRows(rows)));
	if (rows.length === 0) {
		context.stderr.write('No session matches.\n');
	}

	return rows.length === 0 ? 1 : 0;
};

function toJson({by, key, sessions, durationMs, commands, gaps, sizeBytes}: StatsRow): Readonly<Record<string, unknown>> {
	return {type: 'stat', by, key: key === '' ? null : key, sessions, durationMs, commands: commands ?? null, gaps, sizeBytes};
}

function printRows(rows: readonly StatsRow[]): string {
	return rows.map(({key, sessions, durationMs, gaps, sizeBytes}) => `${[showControls(key) || '-', sessions, durationMs, gaps, sizeBytes].join('\t')}\n`).join('');
}
