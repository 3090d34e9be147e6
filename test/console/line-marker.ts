import test from 'ava';
import {createLineMarker} from '../../source/console/text/line-marker.ts';
import type {TextPattern} from '../../source/store/query/query.ts';

const regex = (source: string): TextPattern => ({type: 'regex', source, isIgnoringCase: false});
const endless = regex(String.raw`(\w+\s?)+:$`);
const hostile = `${'a'.repeat(40)}!`;

test('a regular expression that never ends on recorded text is given up, once told, and the others are marked', t => {
	const told: string[] = [];
	const marker = createLineMarker(message => {
		told.push(message);
	});
	const patterns: readonly TextPattern[] = [{type: 'word', text: 'name'}, endless, regex('l+')];
	const marked = [[{from: 0, to: 4}, {from: 10, to: 12}], []];
	t.deepEqual(marker.find(['name to tell', hostile], patterns), marked);
	t.deepEqual(marker.find(['name to tell', hostile], patterns), marked);
	t.deepEqual(told, [String.raw`/(\w+\s?)+:$/ is too costly to mark here.`]);
});

test('other patterns are looked for anew', t => {
	const told: string[] = [];
	const marker = createLineMarker(message => {
		told.push(message);
	});
	t.deepEqual(marker.find([hostile], [endless]), [[]]);
	t.deepEqual(marker.find(['one two:'], [endless]), [[]]);
	t.deepEqual(marker.find(['one two:'], [endless, regex('one')]), [[{from: 0, to: 8}, {from: 0, to: 3}]]);
	t.is(told.length, 1);
});
