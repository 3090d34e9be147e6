import test from 'ava';
import {createTimePrinter} from '../../../source/format/audit/aushape/print-time.ts';
import {auditPage} from '../../../source/commands/audit/audit-page.ts';
import {joinValues} from '../../../source/commands/audit/join-values.ts';
import {readConversion} from '../../../source/commands/audit/read-conversion.ts';
import type {Context} from '../../../source/commands/context.ts';
import {parseArguments} from '../../../source/commands/parse-arguments.ts';
import {runScribery, makeHome} from '../../helpers/run-scribery.ts';
import {folderVariable, readAushapeCases} from './helpers/aushape-cases.ts';
import type {AushapeCase, AushapeCases} from './helpers/aushape-cases.ts';
import {aushapeFaults, betterThanAushape} from './helpers/better-than-aushape.ts';
import {convertText} from './helpers/convert-text.ts';

const known = readAushapeCases();

if (known === undefined) {
	test.skip(`an audit log is converted as aushape does (${folderVariable} does not name the folder of aushape-cases.json)`, t => {
		t.fail();
	});
} else {
	const cases = known.cases.filter(({name}) => !name.startsWith('cli ') && !name.endsWith('--with-norm'));

	test.serial('each log becomes what aushape makes of it', t => {
		for (const each of cases.filter(({name}) => betterThanAushape[name] === undefined)) {
			t.is(convertCase(each, known), each.expected.text, each.name);
		}
	});

	test.serial('what aushape is known to break is better', t => {
		const kept = new Set(cases.map(({name}) => name));
		t.deepEqual(Object.keys(betterThanAushape).filter(name => !kept.has(name)), []);
		for (const [name, {fault, has, events}] of Object.entries(betterThanAushape)) {
			const each = cases.find(other => other.name === name);
			const found = each === undefined ? '' : convertCase(each, known);
			t.true(found.includes(has), `${name}, where ${aushapeFaults[fault]}: ${found}`);
			t.is(countDifferences(each?.expected.text ?? '', found), events, name);
		}
	});

	test('the command line takes and refuses what aushape does', t => {
		const home = makeHome();
		for (const {name, options, input, expected} of known.cases.filter(each => each.name.startsWith('cli '))) {
			const {status, stderr} = runScribery(home, ['audit', 'convert', ...options.argv], input);
			t.is(status, expected.exitCode === 0 ? 0 : 2, `${name}: ${stderr}`);
		}
	});
}

function convertCase({options: {argv, tz}, input}: AushapeCase, {users, groups}: AushapeCases): string {
	const {flags} = parseArguments(joinValues(['convert', ...argv]), auditPage, {version: 'test'} as Context); // Nothing else of it is asked for.
	const findOffsetMinutes = (instantMs: number): number => offsetMinutesOf(tz, instantMs);
	return convertText(input, {
		...readConversion(flags),
		hostNames: {findUser: turn(users), findGroup: turn(groups)},
		printTime: createTimePrinter(findOffsetMinutes),
	});
}

/** How many events are not the same in both, by time and serial; `undefined` where theirs is no JSON. */
function countDifferences(theirs: string, ours: string): number | undefined {
	const ownEvents = groupEvents(ours);
	if (!theirs.endsWith(']')) {
		return undefined;
	}

	const theirEvents = groupEvents(theirs);
	const keys = new Set([...theirEvents.keys(), ...ownEvents.keys()]);
	return keys.values().filter(key => theirEvents.get(key) !== ownEvents.get(key)).toArray().length;
}

/** The JSON of all events of one time and serial. */
function groupEvents(text: string): ReadonlyMap<string, string> {
	const events = JSON.parse(text) as ReadonlyArray<{readonly time: string; readonly serial: number}>; // What aushape writes.
	return new Map(Map.groupBy(events, ({time, serial}) => `${time} ${serial}`).entries().map(([key, group]) => [key, JSON.stringify(group)] as const));
}

function turn(ids: Readonly<Record<string, number>>): (id: number) => string | undefined {
	const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
	return id => names.get(id);
}

function offsetMinutesOf(timeZone: string, instantMs: number): number {
	const name = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'}).formatToParts(instantMs).find(({type}) => type === 'timeZoneName')?.value ?? '';
	const {sign = '', hours = '0', minutes = '0'} = /GMT(?<sign>[+\-])(?<hours>\d\d):(?<minutes>\d\d)/v.exec(name)?.groups ?? {};
	return Number(`${sign}1`) * ((Number(hours) * 60) + Number(minutes));
}
