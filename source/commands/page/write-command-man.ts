import type {CommandPage} from './command-page.ts';
import {escapeRoff, exampleBlock, seeAlso, tagged, titleLine, writeName, writeText} from './man-text.ts';
import type {ManEdition} from './man-text.ts';
import {explainOption, labelOption, nameUsage} from './print-page.ts';

/** The manual's page of one subcommand, from what its `--help` is made of. */
export function writeCommandMan(page: CommandPage, edition: ManEdition): string {
	const {name, title, notes, examples, operand, actions = []} = page;
	return [
		titleLine(`scribery-${name}`, 1, edition),
		'.SH NAME',
		writeName(`scribery-${name}`, title),
		'.SH SYNOPSIS',
		[page, ...actions].map(each => writeSynopsis(each)).join('\n.br\n'),
		...(notes.length === 0 ? [] : ['.SH DESCRIPTION', notes.map(note => writeText(note)).join('\n.PP\n')]),
		...writeOptions(page),
		...actions.flatMap(action => writeAction(action)),
		'.SH EXIT STATUS',
		writeExits(page),
		'.SH EXAMPLES',
		exampleBlock(examples),
		'.SH SEE ALSO',
		seeAlso([['scribery', 1], ...(operand === 'query' ? [['scribery-query', 7] as const] : []), ...(operand === 'address' ? [['scribery-address', 7] as const] : [])]),
		'',
	].join('\n');
}

export function writeSynopsis({name, usage}: CommandPage): string {
	return usage.map(words => `.B ${escapeRoff(nameUsage(name, ''))}\n${escapeRoff(words.split(' '.repeat(3), 1)[0] ?? '')}`.trimEnd()).join('\n.br\n');
}

export function writeOptions({options}: CommandPage): readonly string[] {
	const rows = Object.entries(options);
	return rows.length === 0 ? [] : ['.SH OPTIONS', ...rows.map(([option, facts]) => tagged(labelInMan(labelOption(option, facts)), explainOption(facts)))];
}

/** What a command does by another name: all that its own `--help` says. */
function writeAction(page: CommandPage): readonly string[] {
	const {name, title, notes, options, examples} = page;
	return [
		`.SH ${escapeRoff(name.toUpperCase())}`,
		[`${title}.`, ...notes].map(note => writeText(note)).join('\n.PP\n'),
		...Object.entries(options).map(([option, facts]) => tagged(labelInMan(labelOption(option, facts)), explainOption(facts))),
		'.PP',
		exampleBlock(examples),
		'.PP',
		writeText('Exit status:'),
		writeExits(page),
	];
}

/** `-o, --output F`: bold what is typed, in italics what stands for a value. */
function labelInMan(label: string): string {
	return label.split(' ').map(word => word.startsWith('-') ? String.raw`\fB${escapeRoff(word)}\fR` : String.raw`\fI${escapeRoff(word)}\fR`).join(' ');
}

/** Codes with what they mean; one without a code is a sentence before them. */
export function writeExits({exits}: CommandPage): string {
	return exits.map(exit => {
		const {codes, meaning} = /^(?<codes>\d+(?: and \d+)?) (?<meaning>.*)$/v.exec(exit)?.groups ?? {};
		return codes === undefined ? writeText(`It ends ${exit}.`) : tagged(`.B ${codes}`, meaning ?? '');
	}).join('\n');
}
