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
import {betterThanAushape} from './helpers/better-than-aushape.ts';
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
		for (const [name, piece] of Object.entries(betterThanAushape)) {
			const found = cases.filter(each => each.name === name).map(each => convertCase(each, known)).join('');
			t.notThrows(() => JSON.parse(found) as unknown, name);
			t.true(found.includes(piece), `${name}: ${found}`);
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

function turn(ids: Readonly<Record<string, number>>): (id: number) => string | undefined {
	const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
	return id => names.get(id);
}

function offsetMinutesOf(timeZone: string, instantMs: number): number {
	const name = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'}).formatToParts(instantMs).find(({type}) => type === 'timeZoneName')?.value ?? '';
	const {sign = '', hours = '0', minutes = '0'} = /GMT(?<sign>[+\-])(?<hours>\d\d):(?<minutes>\d\d)/v.exec(name)?.groups ?? {};
	return Number(`${sign}1`) * ((Number(hours) * 60) + Number(minutes));
}
