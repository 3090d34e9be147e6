import type {CommandOption, Operand} from '../page/command-page.ts';
import type {CompletionTables} from './completion-tables.ts';

/** What stands at a place of the command line: fixed words, a shell's own knowledge, or what `scribery complete` is asked for. */
export type Offer =
	| {readonly type: 'words'; readonly words: readonly string[]}
	| {readonly type: 'shell'; readonly what: 'files' | 'programs'}
	| {readonly type: 'asked'; readonly what: 'query' | 'address' | 'store' | 'view'}
	| {readonly type: 'none'};

/** What the words of a command may be that are no options. */
export function offerOperand(operand: Operand, {topics, shells}: CompletionTables): Offer {
	switch (operand) {
		case 'none': {
			return {type: 'none'};
		}

		case 'query':
		case 'address': {
			return {type: 'asked', what: operand};
		}

		case 'file': {
			return {type: 'shell', what: 'files'};
		}

		case 'program': {
			return {type: 'shell', what: 'programs'};
		}

		case 'topic': {
			return {type: 'words', words: topics};
		}

		case 'shell': {
			return {type: 'words', words: shells};
		}
	}
}

/** What an option's value may be; `undefined` for one without a value. */
export function offerValue({type, values, completes}: CommandOption): Offer | undefined {
	if (type === 'boolean') {
		return undefined;
	}

	if (values !== undefined) {
		return {type: 'words', words: values};
	}

	return completes === undefined ? {type: 'none'} : (completes === 'file' ? {type: 'shell', what: 'files'} : {type: 'asked', what: completes});
}
