import test from 'ava';
import type {State, Update} from '../../source/console/state.ts';
import {update} from '../../source/console/update.ts';
import {auditRows, makeAuditState, mondayNoon} from '../helpers/audit-day.ts';
import {drawState} from '../helpers/draw.ts';

const list = makeAuditState({columns: 80, rows: 24}, {marked: new Map()});

/** The list read again: so many of 1,000 that match are not indexed to their end. */
function readAgain(state: State, unindexed: number): Update {
	const asked = update(state, {type: 'changed'});
	const requestId = asked.effects.findLast(effect => effect.type === 'list')?.requestId ?? 0;
	return update(asked.state, {type: 'listed', requestId, page: {sessions: auditRows, matching: 1000, matchingBytes: 0, matchingMs: 0, total: 1000, unindexed}, revision: 1, now: mondayNoon});
}

async function drawAfter(...unindexed: readonly number[]): Promise<string> {
	let state = list;
	for (const count of unindexed) {
		({state} = readAgain(state, count));
	}

	return drawState(state);
}

test('an index older than the data is told, and how far indexing is while it gets on', async t => {
	t.regex(await drawAfter(250), /250 not indexed/v);
	t.regex(await drawAfter(250, 130), /indexing, 87 %/v);
	t.regex(await drawAfter(250, 130, 130), /indexing, 87 %/v);
	t.regex(await drawAfter(250, 130, 1), /indexing, 99 %/v);
	t.notRegex(await drawAfter(250, 130, 0), /index/v);
});

test('an index that falls behind further is not told as getting on', async t => {
	t.regex(await drawAfter(250, 130, 140), /140 not indexed/v);
});
