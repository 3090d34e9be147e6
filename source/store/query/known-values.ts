import {signals} from './exit-status.ts';
import type {NumberTerm} from './query.ts';

/** What may be typed. `help` says in a few words what it is. */
export type Candidate = {readonly text: string; readonly help: string};

/** Times by name; behind a number its units, behind a day's number the months. */
export function listTimes(typed: string): readonly Candidate[] {
	const number = /^\d{1,9}/v.exec(typed)?.[0];
	return number === undefined ? namedTimes : [...listUnits(number).map(({text, help}) => ({text, help: `${help} ago`})), ...listDays(number)];
}

/** Values of `duration:` or `exit:`. */
export function listNumbers(field: NumberTerm['field'], typed: string): readonly Candidate[] {
	if (field === 'exit') {
		const statuses = [{text: '0', help: 'success'}, {text: '>0', help: 'failure or signal'}];
		return typed === '' ? [...statuses, ...listSignals(commonSignals)] : [...statuses, ...listSignals(signals)];
	}

	const number = /^\d{1,9}/v.exec(typed)?.[0];
	return number === undefined ? namedLengths : listUnits(number);
}

const commonSignals = ['HUP', 'INT', 'KILL', 'TERM'];

const namedTimes: readonly Candidate[] = [
	{text: 'today', help: 'since midnight'},
	{text: 'yesterday', help: 'the day before'},
	{text: 'now', help: 'this moment'},
	{text: '1h', help: 'an hour ago'},
	{text: '1d', help: 'a day ago'},
	{text: '7d', help: 'seven days ago'},
	{text: 'last week', help: 'Monday to Sunday'},
	{text: 'last month', help: 'the whole of it'},
	...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(text => ({text, help: 'the last one gone by'})),
];

const namedLengths: readonly Candidate[] = [
	{text: '>1m', help: 'longer than a minute'},
	{text: '>10m', help: 'longer than ten minutes'},
	{text: '>1h', help: 'longer than an hour'},
	{text: '<1m', help: 'shorter than a minute'},
	{text: '1m', help: 'a minute'},
	{text: '10m', help: 'ten minutes'},
	{text: '1h', help: 'an hour'},
];

function listUnits(number: string): readonly Candidate[] {
	return [['m', 'minutes'], ['h', 'hours'], ['d', 'days'], ['w', 'weeks'], ['s', 'seconds']].map(([unit, name]) => ({text: `${number}${unit}`, help: `${number} ${name}`}));
}

function listDays(number: string): readonly Candidate[] {
	return number.length <= 2 && Number(number) >= 1 && Number(number) <= 31
		? ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(month => ({text: `${number} ${month}`, help: 'the last one gone by'}))
		: [];
}

function listSignals(names: readonly string[]): readonly Candidate[] {
	return names.map(text => ({text, help: 'signal'}));
}
