import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {pages} from '../pages.ts';
import {parseArguments} from '../parse-arguments.ts';
import {topics} from '../topic/topics.ts';
import type {CommandPage} from '../page/command-page.ts';
import {completionPage} from './completion-page.ts';
import type {CompletionTables} from './completion-tables.ts';
import {shells} from './shells.ts';
import {writeBashScript} from './write-bash-script.ts';
import {writeFishScript} from './write-fish-script.ts';
import {writeZshScript} from './write-zsh-script.ts';

const writers: Readonly<Record<string, (tables: CompletionTables) => string>> = {bash: writeBashScript, zsh: writeZshScript, fish: writeFishScript} satisfies Record<(typeof shells)[number], unknown>;

/** `scribery completion SHELL`. */
export const runCompletion: Command = async (argv, context) => {
	const {input} = parseArguments(argv, completionPage, context);
	const [shell = '', ...more] = input;
	const write = Object.hasOwn(writers, shell) ? writers[shell] : undefined;
	if (write === undefined || more.length > 0) {
		throw new UserError(`completion: name one of ${shells.join(', ')}`);
	}

	context.stdout.write(write({pages: pages.map(page => joinActions(page)), topics: topics.map(({name}) => name), shells}));
	return 0;
};

/** The scripts know one word behind `scribery`: options of what a command does by another name stand beside its own. */
function joinActions(page: CommandPage): CommandPage {
	const options = [...page.actions ?? [], page].flatMap(each => Object.entries(each.options));
	return {...page, options: Object.fromEntries(options)};
}
