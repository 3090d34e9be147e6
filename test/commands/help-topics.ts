import test from 'ava';
import {queryTopic} from '../../source/commands/topic/query-topic.ts';
import {keyTable} from '../../source/keys/key-table.ts';
import {fieldTable, wordTable} from '../../source/store/query/field-table.ts';
import {parseQuery} from '../../source/store/query/parse-query.ts';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const topics: ReadonlyArray<readonly [topic: string, expected: RegExp]> = [
	['query', /user:\(alice,bob\)/v],
	['address', /HOST\/REC\[@POSITION\]/v],
	['exit', /130 {2}Ctrl-C/v],
	['keys', /In the player/v],
];

for (const [topic, expected] of topics) {
	test(`help ${topic} prints its own page, in 80 columns`, t => {
		const {status, stdout, stderr} = runScribery(makeHome(), ['help', topic]);
		t.is(status, 0);
		t.is(stderr, '');
		t.regex(stdout, expected);
		t.deepEqual(stdout.split('\n').filter(line => line.length > 80), []);
	});
}

test('help keys tells every action of the list and the player', t => {
	const {stdout} = runScribery(makeHome(), ['help', 'keys']);
	const missing = keyTable.filter(row => row.contexts.some(context => context === 'sessions' || context === 'player') && !stdout.includes(row.help));
	t.deepEqual(missing, []);
});

test('help of an unknown topic names the known ones', t => {
	const {status, stderr} = runScribery(makeHome(), ['help', 'nothing']);
	t.is(status, 2);
	t.is(stderr, 'scribery: help: no page "nothing" (known: query, keys, address, exit; of a command: scribery COMMAND --help)\n');
});

test('every search of the query page is one', t => {
	const [rows] = queryTopic.parts.flatMap(part => part.type === 'rows' ? [part.rows] : []);
	t.true((rows ?? []).length >= 12);
	for (const [search] of rows ?? []) {
		t.notThrows(() => parseQuery(search, {now: 0, zone: 'UTC'}), `of ${search}`);
	}
});

test('the query page names each field and each word of has:', t => {
	const {stdout} = runScribery(makeHome(), ['help', 'query']);
	for (const {name} of fieldTable) {
		t.regex(stdout, new RegExp(String.raw`^ {2}${name}: +\w`, 'mv'));
	}

	for (const {name, help} of wordTable) {
		t.regex(stdout, new RegExp(`^ {2}${name} +${help}$`, 'mv'));
	}
});

test('the word `console` opens the console', async t => {
	const terminal = new ConsoleDriver({argv: ['console'], environment: {HOME: makeHome()}});
	try {
		await terminal.sees('web1');
		t.true(terminal.isOnAlternateScreen());
		t.notRegex(terminal.readScreen(), /console/v);
		// Progress of making the demo would be drawn over the frame.
		t.regex(terminal.readLines().at(-1) ?? '', /\? help/v);
		t.notRegex(terminal.written, /Indexing/v);
	} finally {
		terminal.close();
	}
});
