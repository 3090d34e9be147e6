import type {CommandOption, CommandPage} from '../page/command-page.ts';
import type {CompletionTables} from './completion-tables.ts';
import {offerOperand, offerValue} from './offer.ts';
import type {Offer} from './offer.ts';

/** The completion for fish 3. */
export function writeFishScript(tables: CompletionTables): string {
	const {pages} = tables;
	const commands = pages.map(({name, title}) => `complete -c scribery -n __scribery_begins -a ${name} -d ${quote(title)}`);
	const lines = pages.flatMap(page => [...writeOptions(page), writeOperand(page, tables)]);
	return script.replace('COMMANDS', () => pages.map(({name}) => name).join(' ')) + [...commands, ...lines, ''].join('\n');
}

function writeOptions({name, options}: CommandPage): string[] {
	return Object.entries(options).map(([option, facts]) => `complete -c scribery -n '__scribery_is ${name}'${nameOption(option, facts)} -d ${quote(facts.help)}`);
}

function nameOption(name: string, option: CommandOption): string {
	const value = offerValue(option);
	const negated = option.type === 'boolean' && option.default === true ? 'no-' : '';
	const short = option.short === undefined ? '' : ` -s ${option.short}`;
	return `${short} -l ${negated}${name}${value === undefined ? '' : ` -r ${offer(value)}`}`;
}

function writeOperand({name, operand}: CommandPage, tables: CompletionTables): string {
	return `complete -c scribery -n '__scribery_is ${name}' ${offer(offerOperand(operand, tables))}`;
}

function offer(what: Offer): string {
	switch (what.type) {
		case 'words': {
			return `-f -a ${quote(what.words.join(' '))}`;
		}

		case 'shell': {
			return what.what === 'files' ? '-F' : '-f -a \'(__fish_complete_command)\'';
		}

		case 'asked': {
			return `${what.what === 'store' ? '-F' : '-f'} -a '(__scribery_ask ${what.what})'`;
		}

		case 'none': {
			return '-f';
		}
	}
}

function quote(text: string): string {
	return `'${text.replaceAll(/['\\]/gv, String.raw`\$&`)}'`;
}

const script = String.raw`# Completion of scribery for fish, written by "scribery completion fish".

function __scribery_command
    set -l words (commandline -opc)
    if contains -- "$words[2]" COMMANDS
        echo $words[2]
    else
        echo console
    end
end

function __scribery_is
    test (__scribery_command) = $argv[1]
end

function __scribery_begins
    test (count (commandline -opc)) -eq 1
end

function __scribery_ask
    set -l typed (commandline -ct | string replace -r '^(--[a-z-]+=)?[\'"]?' '')
    scribery complete $argv[1] "$typed" (commandline -opc) 2>/dev/null
end

`;
