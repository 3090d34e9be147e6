import {initialSessions} from '../../source/console/sessions/sessions-state.ts';
import type {SessionsState} from '../../source/console/sessions/sessions-state.ts';
import type {State} from '../../source/console/state.ts';
import {inputOf} from '../../source/console/text-input.ts';
import {parseQuery} from '../../source/store/query/parse-query.ts';
import {printAddress} from '../../source/store/address.ts';
import type {Session, SessionSummary} from '../../source/store/store.ts';
import {makeSession} from './make-session.ts';
import {makeState} from './make-state.ts';

/** A Monday morning in an auditor's list, as the golden frames show it. */
export const mondayNoon = Date.UTC(2026, 10, 23, 10, 58, 20);

const minuteMs = 60_000;
const query = 'since:2d not user:root';

export const auditRows: readonly Session[] = [
	row('bob', 'db2', {startedMinutesAgo: 16, lengthMs: 970_000, sizeBytes: 190_000, isLive: true, hasInput: true}),
	row('carol', 'web3', {startedMinutesAgo: 3, lengthMs: 178_000, sizeBytes: 9000, isLive: true}),
	row('alice', 'web1', {startedMinutesAgo: 72, lengthMs: 2_851_000, sizeBytes: 412_000, gaps: 1}),
	row('alice', 'web2', {startedMinutesAgo: 106, lengthMs: 485_000, sizeBytes: 61_000}),
	row('deploy', 'web1', {startedMinutesAgo: 120, lengthMs: 3_753_000, sizeBytes: 8_100_000}),
	row('carol', 'db2', {startedMinutesAgo: 147, lengthMs: 41_000, sizeBytes: 7000}),
	row('erin', 'bastion1', {startedMinutesAgo: 191, lengthMs: 1_339_000, sizeBytes: 302_000, hasInput: true}),
	row('bob', 'db1', {startedMinutesAgo: 236, lengthMs: 13_450_000, sizeBytes: 2_200_000, hasInput: true, gaps: 3}),
	row('alice', 'web1', {startedMinutesAgo: 998, lengthMs: 355_000, sizeBytes: 80_000}),
	row('ansible', 'web3', {startedMinutesAgo: 1075, lengthMs: 12_000, sizeBytes: 2000}),
	row('frank', 'db1', {startedMinutesAgo: 1157, lengthMs: 1_862_000, sizeBytes: 509_000, hasInput: true}),
	row('Ünal', 'bücher', {startedMinutesAgo: 1248, lengthMs: 768_000, sizeBytes: 97_000}),
	row('bob\u{1B}[31m', 'db2', {startedMinutesAgo: 1469, lengthMs: 7_866_000, sizeBytes: 1_400_000, hasInput: true}),
	row('田中', 'web1', {startedMinutesAgo: 1556, lengthMs: 247_000, sizeBytes: 33_000}),
];

/** The list with the answer to a filter, one row chosen and two marked. */
export function makeAuditState(size: State['size'], fields: Partial<SessionsState> = {}): State {
	const state = makeState({screen: 'sessions', size, now: mondayNoon});
	const addresses = auditRows.map(session => printAddress(session));
	return {
		...state,
		settings: {...state.settings, theme: 'mono', timeZone: '+01:00'},
		store: {...state.store, name: 'es:audit', isDemo: false, isChosen: false, isOpen: true},
		sessions: {
			...initialSessions,
			filter: inputOf(query),
			applied: {text: query, query: parseQuery(query, {now: mondayNoon, zone: '+01:00'})},
			rows: auditRows,
			counts: {matching: 14, matchingBytes: 13_400_000, matchingMs: 34_140_000, total: 10_412, unindexed: 0},
			readAt: mondayNoon - 2000,
			selected: addresses[2],
			marked: new Map(auditRows.slice(3, 5).map(session => [printAddress(session), session.lengthMs])),
			details: {address: addresses[2] ?? '', marks: {version: 1, summary: summarize({gaps: 1}), gaps: [{kind: 'missing', fromMs: 1_900_000, untilMs: 1_903_200, firstId: 120, lastId: 131, detail: '12 messages (120–131) missing'}], activity: [], resizes: []}},
			...fields,
		},
	};
}

type RowFields = {
	readonly startedMinutesAgo: number;
	readonly lengthMs: number;
	readonly sizeBytes: number;
	readonly isLive?: boolean;
	readonly hasInput?: boolean;
	readonly gaps?: number;
};

function row(user: string, host: string, {startedMinutesAgo, lengthMs, sizeBytes, isLive, hasInput, gaps}: RowFields): Session {
	const startedAt = mondayNoon - (mondayNoon % minuteMs) - (startedMinutesAgo * minuteMs);
	return makeSession({
		user, host, lengthMs, sizeBytes, startedAt,
		rec: `2a5bdd2bdd6e4ad3b2ccbe3f6a6f84f7-${startedMinutesAgo.toString(16)}-1c81a`,
		endedAt: isLive ? mondayNoon - 4000 : startedAt + lengthMs,
		state: isLive ? 'live' : (gaps === undefined ? 'ended' : 'broken'),
		receivedAt: mondayNoon - 4000,
		exit: isLive ? undefined : '0',
		summary: summarize({hasInput: hasInput ?? false, gaps: gaps ?? 0}),
	});
}

function summarize(fields: Partial<SessionSummary>): SessionSummary {
	return {
		inputBytes: 0, outputBytes: 300_000, columns: 80, rows: 24, resizes: 0, gaps: 0, gapMs: (fields.gaps ?? 0) * 3200, hasInput: false, isPipe: false, indexedId: 412,
		lastScreen: [
			'root@web1:/etc/nginx# curl -sI http://10.0.0.5/health',
			'HTTP/1.1 200 OK',
			'Server: nginx',
			'root@web1:/etc/nginx# git -C /etc commit -qam "shop: close block"',
			'root@web1:/etc/nginx# exit',
			'logout',
			'alice@web1:~$ exit',
			'',
		],
		...fields,
	};
}
