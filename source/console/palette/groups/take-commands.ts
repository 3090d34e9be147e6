import {withTargets} from '../../dialogs/ask-about.ts';
import {openExport, requestExport} from '../../dialogs/export-dialog.ts';
import {printPosition} from '../../../store/address.ts';
import {formats} from '../../../export/formats.ts';
import {updateJobs} from '../../jobs/update-jobs.ts';
import {whereTo} from '../../player/where-to.ts';
import {saveScreen} from '../../page/open-plain.ts';
import {listTargets} from '../../targets.ts';
import {refuse} from '../answers.ts';
import type {State, Update} from '../../state.ts';
import type {CommandRow} from '../command-row.ts';
import {writeCli} from '../write-cli.ts';

/** What is taken out of the console. */
export const takeCommands: readonly CommandRow[] = [
	{name: 'export', words: '[FORMAT] [FILE]', key: 'export.open', help: 'export what is chosen', run: exportChosen},
	{name: 'screen', words: 'FILE', key: 'app.plain', help: 'save the screen as text', run: (state, file) => file === '' ? refuse(state, 'screen needs a file: screen ./screen.txt') : saveScreen(state, file)},
	{name: 'link', words: '', key: 'copy.address', help: 'copy the address', run: link},
	{name: 'cli', words: '', key: undefined, help: 'the command that prints this view', run: copyCli},
];

function exportChosen(state: State, words: string): Update {
	const [format = '', ...file] = words.split(' ');
	if (format === '') {
		return withTargets(state, targets => openExport(state, targets));
	}

	if (!Object.hasOwn(formats, format)) {
		return refuse(state, `export knows: ${Object.keys(formats).join(', ')}`);
	}

	const targets = listTargets(state);
	return targets.length === 0 ? withTargets(state, () => state) : updateJobs(state, {type: 'jobOrdered', order: {type: 'export', request: requestExport(targets, format, file.join(' '))}});
}

function link(state: State): Update {
	const position = state.screen === 'player' && state.player !== undefined ? `@${printPosition(whereTo(state.player))}` : '';
	const addresses = listTargets(state).map(({address}) => address + position);
	return addresses.length === 0 ? withTargets(state, () => state) : {state, effects: [{type: 'copy', text: addresses.join('\n'), what: addresses.length === 1 ? addresses[0] ?? '' : `${addresses.length} addresses`}]};
}

function copyCli(state: State): Update {
	const command = writeCli(state);
	return {state: {...state, notice: {text: command, isError: false}}, effects: [{type: 'copy', text: command, what: command}]};
}
