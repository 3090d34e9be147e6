import type {State} from '../../source/console/state.ts';
import {inputOf} from '../../source/console/text-input.ts';
import {createLineMarker} from '../../source/console/text/line-marker.ts';
import {update} from '../../source/console/update.ts';
import {addressOf} from '../../source/console/sessions/address-of.ts';
import type {Hit, MomentsPart} from '../../source/store/moments.ts';
import {auditRows, makeAuditState} from './audit-day.ts';
import {makeSession} from './make-session.ts';

const failed = 'nginx: configuration file /etc/nginx/nginx.conf test failed';
const denied = 'pg_basebackup: test failed: permission denied';

/** A hit with the words of the query marked. */
export function makeHit(fromMs: number, line: string, words: readonly string[] = ['test failed', 'nginx'], fields: Partial<Hit> = {}): Hit {
	const matches = words.flatMap(word => line.includes(word) ? [{from: line.indexOf(word), to: line.indexOf(word) + word.length}] : []).toSorted((a, b) => a.from - b.from);
	return {kind: 'seen', fromMs, untilMs: fromMs + 3706, line, matches, ...fields};
}

/** Four sessions of the auditor's day that have hits, as a store tells them. */
export const foundParts: readonly MomentsPart[] = [
	part(2, [makeHit(31_000, 'nginx -t', ['nginx'], {kind: 'typed'}), makeHit(698_000, failed, ['test failed']), makeHit(704_204, failed, ['test failed']), makeHit(1_743_000, '2 of 9: test failed (timeout)')], 4),
	part(12, [makeHit(4_449_000, denied), makeHit(4_462_000, denied)], 21),
	part(4, [makeHit(12_000, failed, ['test failed'])], 7),
	part(6, [makeHit(99_000, `evil\u{202E}\u{200B} ${failed}`, ['test failed'])], 5),
	{type: 'coverage', searched: 9911, total: 10_412, unindexed: 501},
];

/** The list of hits with everything found and the third hit chosen, its screen read. */
export function makeHitsState(size: State['size'], parts: readonly MomentsPart[] = foundParts): State {
	const query = 'seen:"test failed" or typed:nginx since:7d';
	const base = makeAuditState(size, {filter: inputOf(query), marked: new Map()});
	const {state} = update(base, {type: 'do', action: 'tab.hits'});
	const {requestId} = state.hits.search ?? {requestId: 0};
	const found = update(state, {type: 'hitsFound', requestId, parts}).state;
	const ended = update(found, {type: 'hitsEnded', requestId, isComplete: true}).state;
	const address = addressOf(auditRows[2] ?? makeSession());
	const lines = ['root@web1:/etc/nginx# ', 'root@web1:/etc/nginx# nginx -t', 'nginx: [emerg] unexpected "}" in /etc/nginx/sites-enabled/shop:42', failed, 'root@web1:/etc/nginx# vi sites-enabled/shop', 'root@web1:/etc/nginx#'];
	return {
		...ended,
		hits: {
			...ended.hits,
			...(ended.hits.groups.length > 0 && {selected: {address, index: 2}}),
			screen: {address, positionMs: 704_204, lines: [...lines, ...Array.from({length: 18}, () => '')], marks: createLineMarker(() => undefined).find(lines, [{type: 'phrase', text: 'test failed'}]), row: 3, cursorRow: 5, problem: undefined},
		},
	};
}

function part(row: number, hits: readonly Hit[], count: number): MomentsPart {
	return {type: 'session', session: auditRows[row] ?? makeSession(), hits, count};
}
