import test from 'ava';
import {findNeeds} from '../../../source/store/sqlite/search/needs.ts';
import type {Needs} from '../../../source/store/sqlite/search/needs.ts';
import type {TextPattern} from '../../../source/store/query/query.ts';

const examples: ReadonlyArray<readonly [pattern: TextPattern, needs: Partial<Needs>]> = [
	[{type: 'word', text: 'Nginx'}, {prefixes: ['nginx'], isEnough: true}],
	[{type: 'word', text: 'ngin?'}, {prefixes: ['ngin']}],
	[{type: 'word', text: '*ermis*'}, {parts: ['ermis']}],
	[{type: 'word', text: '/etc/pass?d'}, {words: ['etc'], prefixes: ['pass'], parts: ['/etc/pass']}],
	[{type: 'word', text: 'a'.repeat(70)}, {prefixes: ['a'.repeat(64)], parts: ['a'.repeat(70)]}],
	[{type: 'phrase', text: 'Test  Failed'}, {words: ['test', 'failed'], pairs: ['test failed'], parts: ['test failed']}],
	[{type: 'word', text: 'main.c:12'}, {words: ['main', 'c'], prefixes: ['12'], pairs: ['main.c'], parts: ['main.c:12']}],
	[{type: 'phrase', text: 'ls'}, {words: ['ls'], isEnough: true}],
	[{type: 'regex', source: '^rm .*-rf?', isIgnoringCase: false}, {parts: ['rm ']}],
	[{type: 'fuzzy', text: 'Resart nginx'}, {similar: ['resart', 'nginx']}],
];
for (const [pattern, needs] of examples) {
	test(`the index is asked for ${JSON.stringify(needs)}: ${JSON.stringify(pattern)}`, t => {
		t.deepEqual(findNeeds(pattern), {words: [], prefixes: [], pairs: [], parts: [], similar: [], isEnough: false, ...needs});
	});
}
