import {pages} from '../pages.ts';
import {topics} from '../topic/topics.ts';
import {exampleBlock, seeAlso, tagged, titleLine, writeName, writeText} from './man-text.ts';
import type {ManEdition} from './man-text.ts';
import {writeCommandMan, writeExits, writeOptions, writeSynopsis} from './write-command-man.ts';
import {writeTopicMan} from './write-topic-man.ts';

/**
Every page of the manual.

@returns Roff text by file name, `scribery-ls.1`.
*/
export function writeManual(edition: ManEdition): ReadonlyMap<string, string> {
	return new Map([
		['scribery.1', writeMainPage(edition)],
		...subcommands.map(page => [`scribery-${page.name}.1`, writeCommandMan(page, edition)] as const),
		...topics.map(topic => [`scribery-${topic.name}.7`, writeTopicMan(topic, edition)] as const),
	]);
}

const subcommands = pages.filter(({name}) => name !== 'console');

/** The program's own page is the console's with the list of commands. */
function writeMainPage(edition: ManEdition): string {
	const page = pages.find(({name}) => name === 'console');
	if (page === undefined) {
		throw new Error('the console has no page');
	}

	return [
		titleLine('scribery', 1, edition),
		'.SH NAME',
		writeName('scribery', 'Record terminal sessions, find the moment, replay it without risk'),
		'.SH SYNOPSIS',
		writeSynopsis(page),
		'.SH DESCRIPTION',
		writeText('Without a command, or with a query, scribery opens the console: recorded sessions in full screen.'),
		...page.notes.map(note => writeText(note)),
		'.SH COMMANDS',
		...subcommands.map(({name, title}) => tagged(String.raw`.BR scribery\-${name} (1)`, title)),
		...writeOptions(page),
		'.SH ENVIRONMENT',
		tagged('.B SCRIBERY_STORE', 'where recordings are kept, unless --store says so'),
		tagged('.B NO_COLOR', 'when set, no colours'),
		'.SH FILES',
		tagged('.I $XDG_CONFIG_HOME/scribery/config.json', 'the configuration'),
		tagged('.I $XDG_DATA_HOME/scribery/store.db', 'the store, unless another is named'),
		tagged('.I $XDG_STATE_HOME/scribery', 'what scribery itself remembers'),
		'.SH EXIT STATUS',
		writeExits(page),
		'.SH EXAMPLES',
		exampleBlock(page.examples),
		'.SH SEE ALSO',
		seeAlso([...subcommands.map(({name}) => [`scribery-${name}`, 1] as const), ...topics.map(({name}) => [`scribery-${name}`, 7] as const)]),
		'',
	].join('\n');
}
