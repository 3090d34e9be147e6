import {openStoreChoice} from '../../dialogs/store-dialog.ts';
import {openHelp} from '../../help/update-help.ts';
import {openJobs} from '../../jobs/jobs-dialog.ts';
import {updateJobs} from '../../jobs/update-jobs.ts';
import type {State, Update} from '../../state.ts';
import {onList, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** The program itself. */
export const appCommands: readonly CommandRow[] = [
	{name: 'jobs', words: '', key: undefined, help: 'work that goes on; cancel it', run: state => ({state: openJobs(state), effects: []})},
	{name: 'index', words: '[all]', key: undefined, help: 'index what is not indexed', run: index},
	{name: 'store', words: '[ADDRESS]', key: undefined, help: 'another store', run: openStore},
	{name: 'log', words: '', key: undefined, help: 'who looked at what: the access log', run: state => ({state, effects: [{type: 'readLog', timeZone: state.settings.timeZone}]})},
	{name: 'unrecorded', words: '', key: undefined, help: 'logins with audit events and no recording', run: state => ({state, effects: [{type: 'readUnrecorded', timeZone: state.settings.timeZone}]})},
	{name: 'help', words: '[WORD]', key: 'app.help', help: 'keys of this screen', run: (state, words) => ({state: openHelp(state, words), effects: []})},
	{name: 'keys', words: '', key: 'app.help', help: 'all keys; keys.json sets your own', run: state => ({state: openHelp(state), effects: []})},
	{name: 'quit', words: '', key: 'app.quit', help: 'leave scribery', run: state => ({state, effects: [{type: 'exit', code: 0}]})},
];

function index(state: State, words: string): Update {
	return words === '' || words === 'all' ? updateJobs(state, {type: 'jobOrdered', order: {type: 'index', isRebuild: words === 'all'}}) : refuse(state, 'index takes nothing, or all to index everything anew');
}

function openStore(state: State, words: string): Update {
	return words === '' ? {state: openStoreChoice(state), effects: []} : onList(state, list => ({state: list, effects: [{type: 'openStore', address: words, isKept: false}]}));
}
