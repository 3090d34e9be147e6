import {parsePosition} from '../../../format/position.ts';
import {eventKinds, kindNames} from '../../player/events/player-event.ts';
import {showKinds} from '../../player/panel/panel-keys.ts';
import {changePlayer, doInPlayer} from '../../player/update-player.ts';
import type {PlayerState} from '../../player/player-state.ts';
import type {State, Update} from '../../state.ts';
import {inPlayer, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** What of a recording is listed, and what is played again. */
export const partCommands: readonly CommandRow[] = [
	{name: 'events', words: '[KIND]', key: 'events.toggle', help: 'events: all, problems, notes, typed or hits', run: showEvents},
	{name: 'loop', words: 'FROM UNTIL|all|off', key: 'loop.mark', help: 'play a part again and again', run: setLoop},
];

function showEvents(state: State, words: string): Update {
	if (words === '') {
		return inPlayer(state, () => doInPlayer(state, 'events.toggle', {key: '', text: ''}));
	}

	const kind = words === 'all' ? 'all' : kindNames.find(name => eventKinds[name].plural === words || name === words);
	return kind === undefined
		? refuse(state, `events needs one of: all, ${kindNames.map(name => eventKinds[name].plural).join(', ')}`)
		: inPlayer(state, () => changePlayer(state, player => showKinds(player, kind)));
}

function setLoop(state: State, words: string): Update {
	const loop = readLoop(words);
	if (loop === 'wrong') {
		return refuse(state, 'loop needs two positions at least 1 s apart, all or off: loop 0:30 1:10');
	}

	return inPlayer(state, () => changePlayer(state, player => player.session.state === 'live'
		? {player, effects: [], notice: 'No loop while the recording is live.'}
		: {player: {...player, loop}, effects: []}));
}

function readLoop(words: string): PlayerState['loop'] | 'wrong' {
	if (words === 'all' || words === 'off') {
		return words === 'all' ? 'all' : undefined;
	}

	const [a, b, ...rest] = words.split(' ').map(word => parsePosition(word));
	return a === undefined || b === undefined || rest.length > 0 || Math.abs(a - b) < 1000 ? 'wrong' : {fromMs: Math.min(a, b), untilMs: Math.max(a, b)};
}
