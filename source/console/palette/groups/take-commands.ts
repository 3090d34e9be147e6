import type {State, Update} from '../../state.ts';
import type {CommandRow} from '../command-row.ts';
import {writeCli} from '../write-cli.ts';

/** What is taken out of the console. */
export const takeCommands: readonly CommandRow[] = [
	{name: 'cli', words: '', key: undefined, help: 'the command that prints this view', run: copyCli},
];

function copyCli(state: State): Update {
	const command = writeCli(state);
	return {state: {...state, notice: {text: command, isError: false}}, effects: [{type: 'copy', text: command, what: command}]};
}
