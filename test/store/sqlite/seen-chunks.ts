import {DatabaseSync} from 'node:sqlite';
import test from 'ava';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {findLines, makeIndexOf, makeSeenStore} from '../helpers/seen-store.ts';

test('a recording indexed a hundred times while it grows leaves no chunk without a block', async t => {
	const store = await makeSeenStore(t, makeSqliteStore, [[]]);
	const key = makeMessage({rec: '0'});
	for (let pass = 0; pass < 100; pass++) {
		const writer = await store.startIndex(key, {isContinued: true});
		await writer.add((['seen', 'typed'] as const).map(kind => ({kind, fromMs: pass * 100, untilMs: (pass * 100) + 50, text: `pass ${pass} ${'x'.repeat(100)}`})));
		await writer.finish(makeIndexOf({lastId: 1}), [{kind: 'seen', fromMs: pass * 100, untilMs: (pass * 100) + 50, text: '$ '}]);
	}

	const database = new DatabaseSync(store.address);
	const [counts] = database.prepare('select count(distinct chunk) as chunks, count(distinct block / 16) as used, count(block) as blocks from seen_chunks left join seen_blocks on block / 16 = chunk').all();
	database.close();
	// 11 KB of each kind: one full block and the rest; and the line that stands.
	t.deepEqual({...counts}, {chunks: 5, used: 5, blocks: 5});
	const found = await findLines(store, 'seen:pass');
	t.is(found.join('').match(/\[pass\]/gv)?.length, 100);
	await store.close();
});
