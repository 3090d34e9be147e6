import type {HasWord, MomentTerm, NumberTerm, TextTerm, TimeTerm} from './query.ts';

type FieldName = TextTerm['field'] | MomentTerm['field'] | TimeTerm['field'] | NumberTerm['field'] | 'has';

/** A field of the language. `help` completes "sessions …" and stands beside the name where it is offered. */
export type Field =
	| {readonly type: 'text'; readonly name: TextTerm['field']; readonly help: string}
	| {readonly type: 'moment'; readonly name: MomentTerm['field']; readonly help: string}
	| {readonly type: 'time'; readonly name: TimeTerm['field']; readonly help: string}
	| {readonly type: 'number'; readonly name: NumberTerm['field']; readonly help: string}
	| {readonly type: 'has'; readonly name: 'has'; readonly help: string};

/** In the order in which they are offered. */
export const fieldTable: readonly Field[] = [
	{type: 'text', name: 'user', help: 'login name'},
	{type: 'text', name: 'host', help: 'host name'},
	{type: 'moment', name: 'seen', help: 'text on the screen'},
	{type: 'moment', name: 'typed', help: 'text typed'},
	{type: 'time', name: 'since', help: 'still running then, or later'},
	{type: 'time', name: 'until', help: 'started before'},
	{type: 'time', name: 'when', help: 'running at some time of a span'},
	{type: 'number', name: 'duration', help: 'length, for example >10m'},
	{type: 'has', name: 'has', help: 'gap, input, live and others'},
	{type: 'number', name: 'exit', help: 'exit status or signal'},
	{type: 'text', name: 'tag', help: 'tag'},
	{type: 'text', name: 'rec', help: 'name of the recording'},
	{type: 'text', name: 'session', help: 'audit session number'},
	{type: 'moment', name: 'cmd', help: 'program run'},
	{type: 'moment', name: 'file', help: 'file read or written'},
	{type: 'moment', name: 'net', help: 'network peer'},
	{type: 'moment', name: 'as', help: 'user a command ran as'},
];

/** Named in any case. */
export function findField(name: string): Field | undefined {
	const folded = name.toLowerCase();
	return fieldTable.find(field => field.name === folded);
}

export const fieldNames: readonly FieldName[] = fieldTable.map(field => field.name);

/** The words of `has:`, each with what it means. */
export const wordTable: Readonly<Record<HasWord, string>> = {
	gap: 'something is missing',
	input: 'typed input was stored',
	live: 'running now',
	resize: 'the window got another size',
	broken: 'ended, with something missing',
	pipe: 'recorded without a terminal',
	note: 'somebody tagged or noted something',
	root: 'a command ran as root',
	audit: 'audit events are joined',
};

/** Without those that only audit events can tell. */
export const wordsOfHas = Object.keys(wordTable) as readonly HasWord[];
