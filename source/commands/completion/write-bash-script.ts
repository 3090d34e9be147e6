import {labelSwitch} from '../page/print-page.ts';
import type {CompletionTables} from './completion-tables.ts';
import {offerOperand, offerValue} from './offer.ts';
import type {Offer} from './offer.ts';

/** The completion for bash 4.4 or newer. */
export function writeBashScript(tables: CompletionTables): string {
	const {pages} = tables;
	const options = pages.map(({name, options: table}) => `\t\t${name}) options='${[...Object.entries(table).map(([option, facts]) => labelSwitch(option, facts)), '--help'].join(' ')}' ;;`);
	const operands = pages.map(({name, operand}) => `\t\t${name}) ${offer(offerOperand(operand, tables))} ;;`);
	const values = pages.flatMap(({name, options: table}) => Object.entries(table).flatMap(([option, facts]) => {
		const value = offerValue(facts);
		const names = [`${name}:--${option}`, ...(facts.short === undefined ? [] : [`${name}:-${facts.short}`])];
		return value === undefined ? [] : [`\t\t${names.join('|')}) ${offer(value)}; return ;;`];
	}));
	return script
		.replaceAll('COMMANDS', () => pages.map(({name}) => name).join(' '))
		.replace('OPTIONS', () => options.join('\n'))
		.replace('VALUES', () => values.join('\n'))
		.replace('OPERANDS', () => operands.join('\n'));
}

function offer(what: Offer): string {
	switch (what.type) {
		case 'words': {
			return `_scribery_offer ${what.words.join(' ')}`;
		}

		case 'shell': {
			return `_scribery_${what.what}`;
		}

		case 'asked': {
			return `_scribery_ask ${what.what}`;
		}

		case 'none': {
			return ':';
		}
	}
}

// The words are read from the line itself: bash parts them at colons, which searches and addresses are full of.
const script = String.raw`# Completion of scribery for bash, written by "scribery completion bash".

_scribery_read_line() {
	local line=$1 sign index
	typed='' given='' quote='' words=()
	for ((index = 0; index < $\{#line}; index++)); do
		sign=$\{line:index:1}
		if [[ $sign == "$quote" ]]; then
			quote=''
		elif [[ $quote == '"' && $sign == \\ && $\{line:index+1:1} == ['$BACKTICK"\'] ]]; then
			((++index))
			typed+=$\{line:index:1}
		elif [[ -n $quote ]]; then
			typed+=$sign
		elif [[ $sign == "'" || $sign == '"' ]]; then
			quote=$sign opened=$typed
		elif [[ $sign == \\ ]]; then
			((++index))
			typed+=$\{line:index:1}
		elif [[ $sign == [[:blank:]] ]]; then
			[[ -n $typed ]] && words+=("$typed")
			typed='' given=''
		else
			typed+=$sign
			[[ $COMP_WORDBREAKS == *"$sign"* ]] && given=$typed
		fi
	done
	[[ -n $quote ]] && given=$opened
}

# Bash puts an answer in place of what stands behind the open quote, or else behind the last sign of COMP_WORDBREAKS that is not quoted.
# It puts it in as it is: names that somebody recorded must be quoted, or they become commands.
_scribery_reply() {
	local answer=$\{1#"$given"} single="'" double='"' back='\'
	case $quote in
		"'") answer=$\{answer//"$single"/"$single$back$single$single"} ;;
		'"')
			answer=$\{answer//"$back"/"$back$back"}
			answer=$\{answer//"$double"/"$back$double"}
			answer=$\{answer//'$'/"$back$"}
			answer=$\{answer//'BACKTICK'/"$back"'BACKTICK'}
			answer=$\{answer//!/"$double$single!$single$double"}
			;;
		*) printf -v answer '%q' "$answer" ;;
	esac
	# Bash closes the quote, but not behind the same sign.
	[[ -n $quote && $answer == *"$quote" ]] && answer+=$quote
	COMPREPLY+=("$answer")
}

_scribery_offer() {
	local word prefix=''
	[[ $typed == --*=* ]] && prefix=$\{typed%%=*}=
	for word; do
		[[ $prefix$word == "$typed"* ]] && _scribery_reply "$prefix$word"
	done
}

_scribery_ask() {
	local answer text=$typed prefix=''
	[[ $typed == --*=* ]] && prefix=$\{typed%%=*}= text=$\{typed#*=}
	while IFS=$'\t' read -r answer _; do
		_scribery_reply "$prefix$answer"
	done < <(scribery complete "$1" "$text" "$\{words[@]}" 2>/dev/null)
	[[ $1 == store && $\{#COMPREPLY[@]} == 0 ]] && _scribery_files
	[[ $1 == query || $1 == address ]] && compopt -o nospace 2>/dev/null
}

_scribery_files() {
	compopt -o default -o filenames 2>/dev/null
}

_scribery_programs() {
	mapfile -t COMPREPLY < <(compgen -c -- "$typed")
}

_scribery() {
	local typed given quote opened options command previous
	local -a words
	COMPREPLY=()
	_scribery_read_line "$\{COMP_LINE:0:COMP_POINT}"
	command=console
	case " COMMANDS " in
		*" $\{words[1]:-} "*) [[ -n $\{words[1]:-} ]] && command=$\{words[1]} ;;
	esac
	previous=$\{words[-1]:-}
	[[ $typed == --*=* ]] && previous=$\{typed%%=*}
	case $command:$previous in
VALUES
	esac
	if [[ $typed == -* ]]; then
		case $command in
OPTIONS
		esac
		_scribery_offer $options
		return
	fi
	[[ $\{#words[@]} == 1 ]] && _scribery_offer COMMANDS
	case $command in
OPERANDS
	esac
}

complete -F _scribery scribery
`.replaceAll(String.raw`$\{`, '${').replaceAll('BACKTICK', '`');
