import test from 'ava';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {printQueryError, QueryError} from '../../../source/store/query/query-error.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';
import {makeCommand} from '../../helpers/make-event.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';
import {findLines, findRecs, makeSeenStore} from '../helpers/seen-store.ts';

test('a hostile regular expression is stopped, told at its place, and the store goes on', async t => {
	const store = await makeSeenStore(t, makeSqliteStore, [[`${'a'.repeat(60)}b`]]);
	const text = 'user:alice seen:/^(a+)+$/';
	const error = await t.throwsAsync(store.listSessions({query: parseQuery(text, queryContext), sort: 'start', isDescending: true, limit: 10, offset: 0}), {instanceOf: QueryError});
	t.is(printQueryError(error), [
		'query:1:12: this regular expression is too costly: stopped after 2 s',
		`  ${text}`,
		`  ${' '.repeat(11)}${'^'.repeat(14)} say more exactly what repeats, or search for words`,
	].join('\n'));
	await t.throwsAsync(findLines(store, text), {instanceOf: QueryError});
	t.deepEqual(await findRecs(store, 'seen:aaa'), ['0']);
});

test('a hostile regular expression cannot hold up names either', async t => {
	const store = await makeSeenStore(t, makeSqliteStore, [[]]);
	await store.addMessages([makeMessage({rec: 'x', user: `${'a'.repeat(60)}b`})]);
	await t.throwsAsync(findRecs(store, 'user:/^(a+)+$/'), {instanceOf: QueryError, message: /too costly/v});
});

test('a regular expression over what audit events tell is stopped at its place, too', async t => {
	const store = await makeSeenStore(t, makeSqliteStore, [[]]);
	await store.addEvents([makeCommand({argv: [`${'a'.repeat(60)}b`]})]);
	const error = await t.throwsAsync(findRecs(store, 'user:alice cmd:/^(a+)+$/'), {instanceOf: QueryError, message: /too costly/v});
	t.is('offset' in error ? error.offset : -1, 11);
});
