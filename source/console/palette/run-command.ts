import type {State, Update} from '../state.ts';
import {nameKeyOf} from '../name-key-of.ts';
import {refuse} from './answers.ts';
import {commandRows} from './commands.ts';

/**
Do what a line of the palette says.

@param state - the present one, the palette closed.
@param line - without the colon, e.g. `sort length desc`.
*/
export function runCommand(state: State, line: string): Update {
	const [name = '', ...words] = line.trim().split(/ +/v);
	const row = findByName(name);
	if (row !== undefined) {
		return row.run(state, words.join(' '));
	}

	if (/^[+\-@]?\d/v.test(name)) {
		return findByName('goto')?.run(state, line.trim()) ?? {state, effects: []};
	}

	return name === '' ? {state, effects: []} : refuse(state, `No command "${name}". ${nameKeyOf('input.complete', state)} completes, ${nameKeyOf('app.cancel', state)} closes.`);
}

function findByName(name: string) {
	return commandRows.find(command => command.name === name);
}
