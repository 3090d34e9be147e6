import {formatLength} from '../../console/text/format-length.ts';
import {formatStart} from '../../console/text/format-time.ts';
import {openPlayback} from '../../playback/open-playback.ts';
import {printAddress, printPosition, shortenRec} from '../../store/address.ts';
import type {Hit, MomentsPart} from '../../store/moments.ts';
import {signOfHit} from '../../store/sign-of-hit.ts';
import type {Session, Store} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Context} from '../context.ts';
import {findZone} from '../find-zone.ts';
import {highlight} from './highlight.ts';
import type {Look} from './highlight.ts';
import {readContextRows} from './read-context-rows.ts';

type Request = {
	readonly store: Store;
	/** Rows of the screen to show before and behind a hit. */
	readonly contextRows: number;
};

type Page = {readonly look: Look; readonly columns: number};

/** Hits for a terminal: a head for each session, below it its hits with the rows of the screen round them. */
export async function * printHitsGrouped(parts: AsyncIterable<MomentsPart>, request: Request, context: Context): AsyncGenerator<string> {
	const page: Page = {look: context.environment.NO_COLOR ? 'plain' : 'color', columns: context.stdout.columns};
	let isFirst = true;
	for await (const part of parts) {
		if (part.type !== 'session') {
			continue;
		}

		yield `${isFirst ? '' : '\n'}${await printHead(part.session, part.count, request.store, context)}\n`;
		isFirst = false;
		yield * printHits(part.session, part.hits, request, page);
		yield part.count > part.hits.length ? `  … ${part.count - part.hits.length} more\n` : '';
	}
}

async function printHead(session: Session, count: number, store: Store, context: Context): Promise<string> {
	const {host, rec, user, startedAt, lengthMs} = session;
	const short = shortenRec(rec);
	const isUnique = (await store.findSessions(host, short)).length === 1;
	const start = startedAt === undefined ? 'start unknown' : formatStart(startedAt, context.clock.now(), findZone(context));
	return `${printAddress({host, rec: isUnique ? short : rec})}  ${showControls(user)}  ${start}  ${formatLength(lengthMs)}  ${count === 1 ? '1 hit' : `${count} hits`}`;
}

async function * printHits(session: Session, hits: readonly Hit[], {store, contextRows}: Request, page: Page): AsyncGenerator<string> {
	const width = Math.max(0, ...hits.map(({fromMs}) => printPosition(fromMs).length));
	const indent = ' '.repeat(width + 8);
	const columns = Math.max(20, page.columns - indent.length - 2);
	const playback = contextRows === 0 ? undefined : await openPlayback(store, session);
	try {
		for (const hit of hits) {
			const rows = playback === undefined ? {before: [], behind: []} : await readContextRows(playback, hit, contextRows);
			const dim = (row: string): string => `${indent}${dimText(highlight(row, [], {look: page.look, columns}), page.look)}\n`;
			yield [
				...rows.before.map(row => dim(row)),
				`  @${printPosition(hit.fromMs).padEnd(width)}  ${signOfHit(hit)}  ${highlight(hit.line, hit.matches, {look: page.look, columns})}\n`,
				...rows.behind.map(row => dim(row)),
			].join('');
		}
	} finally {
		await playback?.close();
	}
}

function dimText(text: string, look: Look): string {
	return look === 'plain' ? text : `\u{1B}[2m${text}\u{1B}[0m`;
}
