import {openGoto} from '../../dialogs/goto-dialog.ts';
import type {KeyAction} from '../../../keys/key-table.ts';
import {commandInPlayer, doInPlayer} from '../../player/update-player.ts';
import type {State, Update} from '../../state.ts';
import {inPlayer, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** What playing can be told. */
export const playerCommands: readonly CommandRow[] = [
	{name: 'play', words: 'ADDRESS', key: 'open', help: 'play a recording: HOST/REC[@TIME]', run: play},
	{name: 'goto', words: '[TIME]', key: 'seek.goto', help: 'go to 12:04, +1:30, -10s, 25%, @10:58', run: goTo},
	{name: 'speed', words: 'X', key: 'play.faster', help: 'playing speed, 0.01 to 64', run: setSpeed},
	{name: 'idle', words: 'off|SECONDS', key: 'idle.toggle', help: 'longest pause that playing keeps', run: setIdle},
	{name: 'noise', words: '', key: undefined, help: 'show events that no user asked for, hide', run: state => inPlayer(state, () => commandInPlayer(state, {type: 'noise'}))},
	{name: 'follow', words: '', key: 'follow.toggle', help: 'stay at the edge of a live recording', run: state => inPlayer(state, () => commandInPlayer(state, {type: 'follow'}))},
	{name: 'next', words: 'command|gap|hit|bookmark', key: 'problem.next', help: 'go to the next one', run: (state, words) => jump(state, 'next', words)},
	{name: 'prev', words: 'command|hit|bookmark', key: undefined, help: 'go to the one before', run: (state, words) => jump(state, 'prev', words)},
];

/** What `next` and `prev` go to, and the keys that do the same. */
const jumps: Readonly<Record<'next' | 'prev', Readonly<Record<string, KeyAction>>>> = {
	next: {command: 'command.next', gap: 'problem.next', problem: 'problem.next', hit: 'hit.next', bookmark: 'bookmark.next'},
	prev: {command: 'command.prev', hit: 'hit.prev', bookmark: 'bookmark.prev'},
};

function jump(state: State, direction: 'next' | 'prev', what: string): Update {
	const known = jumps[direction];
	const action = Object.hasOwn(known, what) ? known[what] : undefined;
	return action === undefined ? refuse(state, `${direction} needs one of: ${Object.keys(known).join(', ')}`) : inPlayer(state, () => doInPlayer(state, action, {key: '', text: ''}));
}

function play(state: State, words: string): Update {
	return words === '' ? refuse(state, 'play needs an address: play HOST/REC[@TIME]') : {state, effects: [{type: 'find', address: words}]};
}

function goTo(state: State, words: string): Update {
	return inPlayer(state, () => words === '' ? {state: openGoto(state), effects: []} : commandInPlayer(state, {type: 'goto', text: words}));
}

function setSpeed(state: State, words: string): Update {
	const factor = Number(words);
	return factor >= 0.01 && factor <= 64 ? inPlayer(state, () => commandInPlayer(state, {type: 'speed', factor})) : refuse(state, 'speed needs a number from 0.01 to 64: speed 3');
}

function setIdle(state: State, words: string): Update {
	const limitMs = words === 'off' ? undefined : Number(words) * 1000;
	const isGood = limitMs === undefined || (words !== '' && limitMs > 0);
	return isGood ? inPlayer(state, () => commandInPlayer(state, {type: 'idle', limitMs})) : refuse(state, 'idle needs off or a number of seconds: idle 2');
}
