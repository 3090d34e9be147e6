import {readConfig} from '../../config.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreAddress} from '../find-store.ts';
import type {Answer} from './answer.ts';
import {listAddresses} from './list-addresses.ts';
import {listQueryWords} from './list-query-words.ts';

/**
`scribery complete WHAT TYPED [WORD…]`, which the completion scripts ask.

Prints what the word typed so far may become, one a line, TAB and a few words of help behind it. The other words of the line tell which store is meant.
*/
export const runComplete: Command = async ([what = '', typed = '', ...words], context) => {
	const answers = await listAnswers(what, typed, {words, context});
	context.stdout.write(answers.map(([text, help]) => `${showControls(text)}\t${showControls(help)}\n`).join(''));
	return 0;
};

async function listAnswers(what: string, typed: string, {words, context}: {readonly words: readonly string[]; readonly context: Context}): Promise<readonly Answer[]> {
	const {stores, views} = readConfig(context.environment);
	switch (what) {
		case 'query': {
			return listQueryWords(typed, findStore(words, context), context);
		}

		case 'address': {
			return listAddresses(typed, findStore(words, context), context);
		}

		case 'store': {
			return listNames(stores, typed);
		}

		case 'view': {
			return listNames(views, typed);
		}

		default: {
			throw new UserError(`complete: nothing is known of "${what}" (known: query, address, store, view)`);
		}
	}
}

function listNames(named: Readonly<Record<string, string>>, typed: string): readonly Answer[] {
	return Object.entries(named).filter(([name]) => name.startsWith(typed));
}

/** The store that the line names so far: what a shell would have expanded is still as it was typed. */
function findStore(words: readonly string[], context: Context): string {
	const joined = words.find(word => word.startsWith('--store='))?.slice('--store='.length);
	const at = words.indexOf('--store');
	const named = joined ?? (at === -1 ? undefined : words[at + 1]);
	return findStoreAddress(named?.replace(/^~(?=\/)/v, () => context.environment.HOME ?? '~'), context);
}
