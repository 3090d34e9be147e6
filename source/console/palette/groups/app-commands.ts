import {openHelp} from '../../help/update-help.ts';
import type {State, Update} from '../../state.ts';
import {onList, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** The program itself. */
export const appCommands: readonly CommandRow[] = [
	{name: 'store', words: 'ADDRESS', key: undefined, help: 'another store', run: openStore},
	{name: 'help', words: '', key: 'app.help', help: 'keys of this screen', run: state => ({state: openHelp(state), effects: []})},
	{name: 'quit', words: '', key: 'app.quit', help: 'leave scribery', run: state => ({state, effects: [{type: 'exit', code: 0}]})},
];

function openStore(state: State, words: string): Update {
	return words === '' ? refuse(state, 'store needs an address: a path, or a name of the configuration') : onList(state, list => ({state: list, effects: [{type: 'openStore', address: words}]}));
}
