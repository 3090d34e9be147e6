/** What can stand in the list of events. `other` is what an audit log tells besides: it is shown among all. */
export type EventKind = 'command' | 'file' | 'network' | 'login' | 'other' | 'problem' | 'note' | 'typed' | 'hit';

/** Something at an instant of a recording. */
export type PlayerEvent = {
	readonly kind: EventKind;
	/** The character that stands for it, where its kind has several. */
	readonly sign?: string;
	readonly positionMs: number;
	/** The same as `positionMs` for what has no length. */
	readonly untilMs: number;
	/** One line; recorded text in it is as recorded. */
	readonly text: string;
	/** Who is behind it, if that is known. */
	readonly who: string | undefined;
	/** All that is known of it, for its own page: names and words, recorded text as recorded. Told when it is asked for: of 100,000 audit events it is as much again as the events. */
	readonly tellFacts: () => ReadonlyArray<readonly [name: string, text: string]>;
};

/** The kinds in the order in which they are told, with their character, the word for several, and for one. */
export const eventKinds: Readonly<Record<EventKind, {readonly mark: string; readonly asciiMark: string; readonly plural: string; readonly what: string}>> = {
	command: {mark: '$', asciiMark: '$', plural: 'commands', what: 'command executed'},
	file: {mark: 'r', asciiMark: 'r', plural: 'files', what: 'file accessed'},
	network: {mark: 'n', asciiMark: 'n', plural: 'net', what: 'network'},
	login: {mark: 'l', asciiMark: 'l', plural: 'logins', what: 'login, su, sudo or logout'},
	other: {mark: 'a', asciiMark: 'a', plural: 'others', what: 'audit event'},
	problem: {mark: '!', asciiMark: '!', plural: 'problems', what: 'problem'},
	note: {mark: '◆', asciiMark: '+', plural: 'notes', what: 'bookmark or note'},
	typed: {mark: 't', asciiMark: 't', plural: 'typed', what: 'typed'},
	hit: {mark: 's', asciiMark: 's', plural: 'hits', what: 'text that matches'},
};

export const kindNames: readonly EventKind[] = ['command', 'file', 'network', 'login', 'problem', 'note', 'typed', 'hit'];
