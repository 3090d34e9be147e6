import type {HasWord, MomentTerm, NumberTerm, TextTerm, TimeTerm} from './query.ts';

/** What of a store a field asks for. */
export type FieldNeed = 'seen' | 'typed' | 'notes' | 'audit';

/** `help` says what the values are, in a few words. */
type FieldRow = {readonly help: string; readonly needs?: FieldNeed};

/** A field of the language. */
export type Field = FieldRow & (
	| {readonly type: 'text'; readonly name: TextTerm['field']}
	| {readonly type: 'moment'; readonly name: MomentTerm['field']}
	| {readonly type: 'time'; readonly name: TimeTerm['field']}
	| {readonly type: 'number'; readonly name: NumberTerm['field']}
	| {readonly type: 'has'; readonly name: 'has'}
);

/** In the order in which they are offered. */
export const fieldTable: readonly Field[] = [
	{type: 'text', name: 'user', help: 'login name'},
	{type: 'text', name: 'host', help: 'host name'},
	{type: 'moment', name: 'seen', help: 'text on the screen', needs: 'seen'},
	{type: 'moment', name: 'typed', help: 'text typed', needs: 'typed'},
	{type: 'time', name: 'since', help: 'still running then, or later'},
	{type: 'time', name: 'until', help: 'started before'},
	{type: 'time', name: 'when', help: 'running at some time of a span'},
	{type: 'number', name: 'duration', help: 'length, for example >10m'},
	{type: 'has', name: 'has', help: 'gap, input, live and others'},
	{type: 'number', name: 'exit', help: 'exit status or signal'},
	{type: 'text', name: 'tag', help: 'tag', needs: 'notes'},
	{type: 'text', name: 'rec', help: 'name of the recording'},
	{type: 'text', name: 'session', help: 'audit session number'},
	{type: 'moment', name: 'cmd', help: 'program run', needs: 'audit'},
	{type: 'moment', name: 'file', help: 'file read or written', needs: 'audit'},
	{type: 'moment', name: 'net', help: 'network peer', needs: 'audit'},
	{type: 'moment', name: 'as', help: 'user a command ran as', needs: 'audit'},
];

export const fieldNames: readonly string[] = fieldTable.map(field => field.name);

/** Named in any case. */
export function findField(name: string): Field | undefined {
	return fieldTable.find(field => field.name === name.toLowerCase());
}

/** The words of `has:`. */
export const wordTable: ReadonlyArray<FieldRow & {readonly name: HasWord}> = [
	{name: 'gap', help: 'something is missing'},
	{name: 'input', help: 'typed input was stored'},
	{name: 'live', help: 'running now'},
	{name: 'resize', help: 'the window got another size'},
	{name: 'broken', help: 'ended, with something missing'},
	{name: 'pipe', help: 'recorded without a terminal'},
	{name: 'note', help: 'tagged, noted or bookmarked', needs: 'notes'},
	{name: 'root', help: 'a command ran as root', needs: 'audit'},
	{name: 'audit', help: 'audit events are joined', needs: 'audit'},
];

export const wordNames: readonly HasWord[] = wordTable.map(word => word.name);
