import process from 'node:process';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {mostAuditEvents} from '../../../../source/console/player/audit/most-audit-events.ts';
import {listShownEvents} from '../../../../source/console/player/events/list-events.ts';
import {indexSession} from '../../../../source/index/index-session.ts';
import {openEmptyStore} from '../../../helpers/fixture-store.ts';
import {makeCommand, makeOpening} from '../../../helpers/make-event.ts';
import {makeMessage, makeMessages} from '../../../helpers/make-message.ts';
import {PlayedFixture} from '../../../helpers/play-fixture.ts';

const key = {host: makeMessage().host, rec: makeMessage().rec};
const beyond = 1234;
const batch = 5000;

/** A recording of 1,000 s in whose session each 10 ms a program was begun or a file opened. */
async function play(t: ExecutionContext): Promise<PlayedFixture> {
	const store = await openEmptyStore();
	await store.addMessages(makeMessages(1, 1001));
	for (let first = 0; first < mostAuditEvents + beyond; first += batch) {
		const numbers = Array.from({length: Math.min(batch, mostAuditEvents + beyond - first)}, (_, index) => first + index);
		await store.addEvents(numbers.map(number => {
			const facts = {sinceMs: number * 10, serial: String(number + 1)};
			return number % 2 === 0 ? makeCommand({...facts, argv: ['run', String(number)]}) : makeOpening({...facts, path: `/srv/${number % 500}`});
		}));
	}

	await indexSession(store, key);
	const session = await store.getSession(key);
	t.is(session?.audit?.events, mostAuditEvents + beyond);
	const played = new PlayedFixture(store, session ?? t.fail(), {size: {columns: 120, rows: 40}});
	t.teardown(async () => played.close());
	return played;
}

test('of more audit events than the player keeps the first ones are listed, and how many are not', async t => {
	t.timeout(180_000);
	const played = await play(t);
	const before = process.memoryUsage().heapUsed;
	played.dispatch({type: 'found', session: played.session, positionMs: 0});
	await played.until(({stage, audit}) => stage === 'open' && audit.length > 0, 'for the events');
	await played.seek('space');
	t.is(played.player.audit.length, mostAuditEvents);
	t.true(process.memoryUsage().heapUsed - before < 500_000_000);

	await played.seek('e');
	await played.seek(']');
	await played.seek(']');
	t.is(played.player.positionMs, 40);
	t.regex(await played.readScreen(), /▸ *0:00 \$ run 4\b/v);
	t.is(listShownEvents(played.player).filter(({sign}) => sign !== undefined).length, mostAuditEvents);

	await played.seek('G');
	await played.seek('tab');
	await played.seek('G');
	const screen = await played.readScreen();
	t.regex(screen, /\$ run 99998\b/v);
	t.regex(screen, /! 1,234 more audit events/v);
});
