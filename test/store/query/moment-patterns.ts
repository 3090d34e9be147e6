import test from 'ava';
import {isInTimes, listMomentPatterns} from '../../../source/store/query/moment-patterns.ts';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {printQuery} from '../../../source/store/query/print-query.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';

/** Each pattern as a search, its kinds, and the times around it. */
function list(text: string): readonly string[] {
	return listMomentPatterns(parseQuery(text, queryContext))
		.map(({pattern, kinds, times}) => [printQuery({type: 'word', pattern}), ...kinds, ...times.map(time => printQuery(time))].join(' '));
}

const examples: ReadonlyArray<readonly [text: string, patterns: readonly string[]]> = [
	['', []],
	['user:alice since:2d has:gap', []],
	['alice "permission denied"', ['alice seen', '"permission denied" seen']],
	['seen:(/a.b/i,~restart) typed:sudo', ['/a.b/i seen', '~restart seen', 'sudo typed']],
	['seen:a not (seen:b or c)', ['a seen']],
	['seen:a since:2d', ['a seen since:2d']],
	['when:yesterday (seen:a until:today or typed:b)', ['a seen when:yesterday until:today', 'b typed when:yesterday']],
	['seen:a since:2d or seen:b', ['a seen since:2d', 'b seen']],
	['seen:a (since:2d or when:monday) not until:1w', ['a seen since:2d or when:monday not until:1w']],
	['seen:a (since:2d or user:bob)', ['a seen']],
	['cmd:rm file:w:/etc/ net::443 as:root not cmd:su since:2d', ['rm cmd since:2d', String.raw`\/etc/ file since:2d`, ':443 net since:2d']],
];

for (const [text, patterns] of examples) {
	test(`what is marked as a moment: ${text || 'nothing'}`, t => {
		t.deepEqual(list(text), patterns);
	});
}

const moments: ReadonlyArray<readonly [text: string, from: string, until: string, isIn: boolean]> = [
	['a when:yesterday 14:00..15:00', '2026-11-22T13:30:00Z', '2026-11-22T13:30:00Z', true],
	['a when:yesterday 14:00..15:00', '2026-11-22T12:59:59Z', '2026-11-22T13:00:00Z', true],
	['a when:yesterday 14:00..15:00', '2026-11-22T12:59:58Z', '2026-11-22T12:59:59Z', false],
	['a when:yesterday 14:00..15:00', '2026-11-22T14:00:00Z', '2026-11-22T14:00:01Z', false],
	['a since:1h', '2026-11-23T12:00:00Z', '2026-11-23T12:29:59Z', false],
	['a since:1h', '2026-11-23T12:00:00Z', '2026-11-23T12:30:00Z', true],
	['a until:1h', '2026-11-23T12:30:00Z', '2026-11-23T12:30:00Z', false],
	['a not when:today', '2026-11-23T12:30:00Z', '2026-11-23T12:30:00Z', false],
	['a (when:today or when:2026-11-20)', '2026-11-20T12:30:00Z', '2026-11-20T12:30:00Z', true],
];

for (const [text, from, until, isIn] of moments) {
	test(`a moment from ${from} until ${until} is ${isIn ? '' : 'not '}one of ${text}`, t => {
		const [found] = listMomentPatterns(parseQuery(text, queryContext));
		t.is(isInTimes(found?.times ?? [], {fromAt: Date.parse(from), untilAt: Date.parse(until)}), isIn);
	});
}
