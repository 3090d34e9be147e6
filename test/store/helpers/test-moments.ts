import test from 'ava';
import fc from 'fast-check';
import type {SeenLine} from '../../../source/store/moments.ts';
import {isFound} from '../../../source/store/query/match-query.ts';
import {listMomentPatterns} from '../../../source/store/query/moment-patterns.ts';
import {printQuery} from '../../../source/store/query/print-query.ts';
import type {Query} from '../../../source/store/query/query.ts';
import {createTextMatcher} from '../../../source/store/query/text-matcher.ts';
import {arbitrarySeenQuery} from '../../helpers/arbitrary-query.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {findLines, findParts, findRecs, makeIndexOf, makeLines, makeSeenStore, startedAt} from './seen-store.ts';
import type {MakeStore} from './read-store.ts';

const signs = ['ab', 'a b', 'É/b', 'straße', '>a1', '> b,', '(b)', 'a.b-1', '😀a', 'ÀB', '[a]^', 'b|"~', ':b!', 'x'];

const screens = [
	['alice@web1:~$ nginx -t', 'nginx: configuration file /etc/nginx/nginx.conf test failed', '>sudo nginx -t', 'Permission denied'],
	['root@db1:/# systemctl restart nginx', 'Job for nginx.service failed', 'test  failed', '>exit'],
	['déjà vu: CAFÉ ouvert', 'ﬁle not found', 'thermistor 42°C', String.raw`C:\Users\bob`, '東京 サーバー'],
	['nothing to see'],
	[],
];

/** Moments are found where the text is, in the newest session first. */
export function testMoments(engine: string, makeStore: MakeStore): void {
	const examples: ReadonlyArray<readonly [text: string, found: readonly string[]]> = [
		['seen:nginx', ['1: root@db1:/# systemctl restart [nginx] | Job for [nginx].service failed', '0: alice@web1:~$ [nginx] -t | [nginx]: configuration file /etc/[nginx]/[nginx].conf test failed']],
		['seen:"test failed"', ['1: [test  failed]', '0: nginx: configuration file /etc/nginx/nginx.conf [test failed]']],
		['seen:"est failed"', []],
		['seen:*hermis*', ['2: t[hermis]tor 42°C']],
		['seen:hermis', []],
		['seen:cafe', ['2: déjà vu: [CAFÉ] ouvert']],
		['seen:file', ['2: [ﬁle] not found', '0: nginx: configuration [file] /etc/nginx/nginx.conf test failed']],
		['seen:東京', ['2: [東京] サーバー']],
		[String.raw`seen:c:\\users`, [String.raw`2: [C:\Users]\bob`]],
		['seen:/etc/nginx/nginx.conf', ['0: nginx: configuration file [/etc/nginx/nginx.conf] test failed']],
		['typed:nginx', ['0: sudo [nginx] -t']],
		['nginx', ['1: root@db1:/# systemctl restart [nginx] | Job for [nginx].service failed', '0: alice@web1:~$ [nginx] -t | [nginx]: configuration file /etc/[nginx]/[nginx].conf test failed']],
		['seen:~ngnix', ['1: root@db1:/# systemctl restart [nginx] | Job for [nginx].service failed', '0: alice@web1:~$ [nginx] -t | [nginx]: configuration file /etc/[nginx]/[nginx].conf test failed']],
		[String.raw`seen:/nginx\.(conf|service)/`, ['1: Job for [nginx.service] failed', '0: nginx: configuration file /etc/nginx/[nginx.conf] test failed']],
		['seen:/PERMISSION/i', ['0: [Permission] denied']],
		['seen:/PERMISSION/', []],
		['seen:(job,denied)', ['1: [Job] for nginx.service failed', '0: Permission [denied]']],
		['seen:permission seen:denied', ['0: [Permission] [denied]']],
		['seen:job seen:denied', []],
		['seen:nginx not seen:denied', ['1: root@db1:/# systemctl restart [nginx] | Job for [nginx].service failed']],
		['seen:nginx not typed:exit', ['0: alice@web1:~$ [nginx] -t | [nginx]: configuration file /etc/[nginx]/[nginx].conf test failed']],
		['(seen:job or typed:sudo) user:alice', ['1: [Job] for nginx.service failed', '0: [sudo] nginx -t']],
		['not seen:nginx', []],
		['user:alice', []],
		['alice', ['0: [alice]@web1:~$ nginx -t']],
	];
	for (const [text, found] of examples) {
		test(`${engine}: a search for ${text} finds ${found.length === 0 ? 'no moment' : found.join(', ')}`, async t => {
			t.deepEqual(await findLines(await makeSeenStore(t, makeStore, screens), text), found);
		});
	}

	test(`${engine}: any search finds the sessions and the lines that it means`, async t => {
		const arbitraryScreens = fc.array(fc.array(fc.constantFrom(...signs), {maxLength: 4}), {minLength: 1, maxLength: 4});
		await fc.assert(fc.asyncProperty(arbitraryScreens, fc.array(arbitrarySeenQuery, {minLength: 20, maxLength: 20}), async (texts, queries) => {
			const store = await makeSeenStore(t, makeStore, texts);
			await store.addNote({...makeMessage({rec: '0'}), at: 0, who: 'dora', kind: 'tag', positionMs: undefined, text: 'a'});
			const recordings = await Promise.all(texts.map(async (each, index) => ({lines: makeLines(each), session: await store.getSession(makeMessage({rec: String(index)}))})));
			for (const query of queries) {
				const meant = recordings.flatMap(({lines, session}) => session !== undefined && isFound(session, query, lines) ? [{rec: session.rec, lines}] : []).toReversed();
				const found = await findRecs(store, query);
				t.deepEqual(found.toSorted(), meant.map(({rec}) => rec).toSorted(), printQuery(query));
				const parts = hasTimes(query) ? [] : await findParts(store, query);
				const foundLines = parts.flatMap(part => part.type === 'session' ? [{rec: part.session.rec, lines: part.hits.map(hit => hit.line)}] : []);
				const meantLines = meant.map(({rec, lines}) => ({rec, lines: lines.filter(line => isWanted(query, line)).map(line => line.text)})).filter(({lines}) => lines.length > 0);
				t.deepEqual(foundLines, hasTimes(query) ? [] : meantLines, printQuery(query));
			}

			await store.close();
		}), {numRuns: 10});
	});

	test(`${engine}: a session tells its first hits and how many there are`, async t => {
		const store = await makeSeenStore(t, makeStore, [Array.from({length: 5000}, (_, index) => `line ${index}`)]);
		const [part] = await findParts(store, 'seen:line', {hitsPerSession: 3});
		t.true(part?.type === 'session' && part.count === 5000);
		t.deepEqual(part?.type === 'session' ? part.hits : [], [0, 1, 2].map(index => ({kind: 'seen', fromMs: index * 1000, untilMs: (index * 1000) + 900, line: `line ${index}`, matches: [{from: 0, to: 4}]})));
	});

	test(`${engine}: equal lines that stood at the same time are one hit`, async t => {
		const store = await makeSeenStore(t, makeStore, [[]]);
		const writer = await store.startIndex(makeMessage({rec: '0'}), {isContinued: true});
		const times = [[5, 10], [8, 12], [20, 30], [25, 31], [1, 40], [50, 60]] as const;
		await writer.add(times.map(([fromMs, untilMs]) => ({kind: 'seen', fromMs, untilMs, text: 'same'})));
		await writer.finish(makeIndexOf({lastId: 1}), []);
		const [part] = await findParts(store, 'seen:same');
		t.deepEqual(part?.type === 'session' ? [part.count, part.hits.map(({fromMs, untilMs}) => [fromMs, untilMs])] : [], [2, [[1, 40], [50, 60]]]);
	});

	test(`${engine}: a search for moments goes on behind a session`, async t => {
		const store = await makeSeenStore(t, makeStore, Array.from({length: 5}, () => ['here']));
		t.deepEqual(await findLines(store, 'seen:here', {afterSession: makeMessage({rec: '2'})}), ['1: [here]', '0: [here]']);
		t.deepEqual(await findLines(store, 'seen:here', {afterSession: makeMessage({rec: '0'})}), []);
	});

	test(`${engine}: a word that very many are like is found in all sessions`, async t => {
		const letters = [...'abcdefghijklmnopqrstuvwxyz'];
		const words = [...'abcdefghijklm'].flatMap(first => [1, 2, 3, 4, 5, 6, 7].flatMap(place => letters.map(letter => `${first}${'estarts'.slice(0, place - 1)}${letter}${'estarts'.slice(place)}`)));
		const store = await makeSeenStore(t, makeStore, [[words.join(' ')], ['zzstarts'], ['other'], ['zzstarts ngnix']]);
		t.deepEqual(await findRecs(store, 'seen:~restarts'), ['3', '1', '0']);
		t.deepEqual(await findLines(store, 'seen:"~restarts" or seen:~nginx'), ['3: zzstarts [ngnix]']);
		t.deepEqual(await findLines(store, 'seen:~restarts seen:~nginx'), ['3: [zzstarts] [ngnix]']);
	});

	test(`${engine}: times bound the moment itself`, async t => {
		const store = await makeSeenStore(t, makeStore, [['a first', 'a second', 'a third']]);
		const at = (ms: number): string => `@${((startedAt + ms) / 1000).toFixed(3)}`;
		t.deepEqual(await findLines(store, `seen:a since:${at(1000)}`), ['0: [a] second | [a] third']);
		t.deepEqual(await findLines(store, `seen:a until:${at(2000)}`), ['0: [a] first | [a] second']);
		t.deepEqual(await findLines(store, `seen:a when:${at(1000)}..${at(1500)}`), ['0: [a] second']);
		t.deepEqual(await findLines(store, `seen:first since:${at(1000)}`), []);
		t.deepEqual(await findLines(store, `seen:first or (seen:a since:${at(2000)})`), ['0: a [first] | [a] third']);
	});

	test(`${engine}: the last part tells how much could be searched`, async t => {
		const store = await makeSeenStore(t, makeStore, [['here'], ['there']]);
		await store.addMessages([makeMessage({rec: 'new'}), makeMessage({rec: 'other', host: 'web2'}), makeMessage({rec: '0', id: 2})]);
		t.deepEqual((await findParts(store, 'seen:here host:web1')).at(-1), {type: 'coverage', searched: 2, total: 3, unindexed: 2});
		t.deepEqual((await findParts(store, 'user:nobody seen:here')).at(-1), {type: 'coverage', searched: 0, total: 0, unindexed: 0});
	});
}

function hasTimes(query: Query): boolean {
	return query.type === 'time' || (query.type === 'not' && hasTimes(query.part)) || ('parts' in query && query.parts.some(part => hasTimes(part)));
}

/** Does the line hold what some term looks for that is not under a `not`? */
function isWanted(query: Query, line: SeenLine): boolean {
	return listMomentPatterns(query).some(({pattern, kinds}) => kinds.includes(line.kind) && createTextMatcher(pattern).find(line.text).length > 0);
}
