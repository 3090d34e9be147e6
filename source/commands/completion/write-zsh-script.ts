import type {CommandOption, CommandPage} from '../page/command-page.ts';
import {labelSwitch} from '../page/print-page.ts';
import type {CompletionTables} from './completion-tables.ts';
import {offerOperand, offerValue} from './offer.ts';
import type {Offer} from './offer.ts';

/** The completion for zsh 5. */
export function writeZshScript(tables: CompletionTables): string {
	const {pages} = tables;
	return script
		.replace('COMMANDS', () => pages.map(({name, title}) => `\t\t${quote(`${name}:${title}`)}`).join('\n'))
		.replace('ARGUMENTS', () => pages.map(page => writeArguments(page, tables)).join('\n'));
}

function writeArguments({name, options, operand}: CommandPage, tables: CompletionTables): string {
	const specs = [
		...Object.entries(options).flatMap(([option, facts]) => describe(option, facts)),
		'--help[how to use it]',
		`*:${operand}:${offer(offerOperand(operand, tables))}`,
	];
	return `\t\t${name})\n\t\t\t_arguments -S ${specs.map(spec => quote(spec)).join(' \\\n\t\t\t\t')} ;;`;
}

function describe(name: string, option: CommandOption): string[] {
	const value = offerValue(option);
	const help = `[${option.help.replaceAll(/[:\[\\\]]/gv, String.raw`\$&`)}]`;
	const long = labelSwitch(name, option);
	if (value === undefined) {
		return [`${long}${help}`];
	}

	const takes = `:${option.value ?? name}:${offer(value)}`;
	return [`${long}=${help}${takes}`, ...(option.short === undefined ? [] : [`-${option.short}+${help}${takes}`])];
}

function offer(what: Offer): string {
	switch (what.type) {
		case 'words': {
			return `(${what.words.join(' ')})`;
		}

		case 'shell': {
			return what.what === 'files' ? '_files' : '_command_names -e';
		}

		case 'asked': {
			return `{_scribery_ask ${what.what}}`; // In braces: else options for compadd are put before the word.
		}

		case 'none': {
			return '( )';
		}
	}
}

function quote(text: string): string {
	return `'${text.replaceAll('\'', String.raw`'\''`)}'`;
}

const script = String.raw`#compdef scribery
# Completion of scribery for zsh, written by "scribery completion zsh".

_scribery_ask() {
	local line
	local -a answers shown
	for line in "$\{(@f)$(scribery complete $1 "$\{(Q)PREFIX}" "$\{(@Q)words}" 2>/dev/null)}"; do
		[[ -n $line ]] || continue
		answers+=("$\{line%%$'\t'*}")
		shown+=("$\{line//$'\t'/  }")
	done
	[[ $1 == store ]] && _files
	(( $#answers )) && compadd -S '' -l -d shown -a answers
}

_scribery() {
	local -a commands
	local command=console
	commands=(
COMMANDS
	)
	if (( CURRENT > 2 )) && [[ -n $\{commands[(r)$\{words[2]}:*]} ]]; then
		command=$\{words[2]}
		shift words
		(( CURRENT-- ))
	elif (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
		_describe command commands
		_scribery_ask query
		return
	fi
	case $command in
ARGUMENTS
	esac
}

if [[ $funcstack[1] == _scribery ]]; then
	_scribery "$@"
else
	compdef _scribery scribery
fi
`.replaceAll(String.raw`$\{`, '${');
