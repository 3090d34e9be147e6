import type {CommandOption, CommandPage} from './command-page.ts';
import {wrapText} from './wrap-text.ts';

/** The text of `scribery COMMAND --help`, each line of at most 80 columns. */
export function printPage({name, title, usage, options, notes, examples, exits}: CommandPage): string {
	const rows = Object.entries(options).map(([option, facts]) => ({label: labelOption(option, facts), help: explainOption(facts)}));
	const width = Math.max(0, ...rows.map(({label}) => label.length));
	return [
		`  ${title}`,
		'',
		...usage.map((words, index) => `  ${index === 0 ? 'Usage' : ' '.repeat(5)}  $ ${nameUsage(name, words)}`),
		...rows.map(({label, help}) => `    ${label.padEnd(width)}  ${help}`),
		...notes.flatMap(note => wrapText(note, 78)).map(line => `  ${line}`),
		'  Examples',
		...examples.map(line => `    $ ${line}`),
		...wrapText(`${exits.map(exit => keepTogether(exit)).join(', ')}.`, 72).map((line, index) => `  ${index === 0 ? 'Exit' : ' '.repeat(4)}  ${line}`),
	].join('\n');
}

/** A code stands with what it means; a long one may break. */
function keepTogether(exit: string): string {
	return exit.length > 60 ? exit : exit.replaceAll(' ', '\u{A0}');
}

/** `-o, --output F`, or `--no-color`. */
export function labelOption(name: string, option: CommandOption): string {
	const {short, value} = option;
	return `${short === undefined ? '' : `-${short}, `}${labelSwitch(name, option)}${value === undefined ? '' : ` ${value}`}`;
}

/** The long form; a switch that is on unless said turns it off. */
export function labelSwitch(name: string, {type, default: missing}: CommandOption): string {
	return `--${type === 'boolean' && missing === true ? 'no-' : ''}${name}`;
}

/** What the option does, and what holds without it. */
export function explainOption({type, help, default: missing}: CommandOption): string {
	return type === 'boolean' || missing === undefined || missing === '' ? help : `${help} (${missing})`;
}

/** The console is `scribery` itself. */
export function nameUsage(name: string, words: string): string {
	return ['scribery', ...name === 'console' ? [] : [name], ...words === '' ? [] : [words]].join(' ');
}
