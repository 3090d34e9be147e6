import type {KeyAction} from '../../keys/key-table.ts';
import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';
import {nameKeyOf} from '../name-key-of.ts';
import {goBeyondSession} from '../hits/go-beyond-session.ts';
import {openDetail} from '../detail/open-detail.ts';
import {answerPlayer} from './answer-player.ts';
import {keepEarlyKey} from './early-keys.ts';
import {findToldEvent} from './panel/panel-keys.ts';
import {goToHit, refuseHit} from './hits/go-to-hit.ts';
import type {Outcome} from './outcome.ts';
import {obeyCommand} from './obey-command.ts';
import type {PlayerAction} from './player-action.ts';
import type {PlayerCommand} from './player-command.ts';
import type {PlayerState} from './player-state.ts';
import {stopAllTimers} from './player-timer.ts';
import {pressInPlayer} from './press-player.ts';

/** What a key of the player's contexts does; `press` is the key itself, for digits. */
export function doInPlayer(state: State, action: KeyAction, press: Press): Update {
	if (action === 'app.back' && state.player?.selection === undefined) {
		return leavePlayer(state);
	}

	if (action === 'info.open') {
		return state.player === undefined ? {state, effects: []} : {state: {...state, overlay: {type: 'peek', tab: 'info'}}, effects: [{type: 'readMarks', session: state.player.session}]};
	}

	if (state.player?.stage === 'opening' && action !== 'app.cancel') {
		return keepEarlyKey(state, press);
	}

	if (action === 'event.detail') {
		return state.player?.stage === 'open' ? openDetail(state, {session: state.player.session, ...findToldEvent(state.player)}) : {state, effects: []};
	}

	if ((action === 'hit.next' || action === 'hit.prev') && state.player?.stage === 'open') {
		return goToNextHit(state, action === 'hit.next' ? 1 : -1);
	}

	const context = {action, key: press.key, size: state.size, timeZone: state.settings.timeZone, idleLimitMs: state.settings.idleLimitMs};
	return changePlayer(state, player => pressInPlayer(player, context));
}

/** Beyond the last hit of this recording there is none: searches over all recordings go on in the next one. */
function goToNextHit(state: State, direction: 1 | -1): Update {
	const here = state.player && goToHit(state.player, direction);
	if (here !== undefined) {
		return changePlayer({...state, hits: {...state.hits, awaited: undefined}}, () => here);
	}

	const beyond = isOfList(state.player) ? goBeyondSession(state, direction === 1 ? 'next' : 'prev') : undefined;
	return beyond ?? changePlayer(state, player => refuseHit(player, direction));
}

/** The hits came along from the list of hits. What was looked for here, or no longer is, ends with this recording. */
function isOfList(player: State['player']): boolean {
	return player?.hits !== undefined && player.search.asked === undefined;
}

/** Back to the list; the recording is closed. */
export function leavePlayer(state: State): Update {
	return state.player === undefined ? {state, effects: []} : {state: {...state, screen: state.list, player: undefined, hits: {...state.hits, awaited: undefined}}, effects: [{type: 'closePlayer'}, ...stopAllTimers()]};
}

/** What an answer from outside does. */
export function updatePlayer(state: State, action: PlayerAction): Update {
	return changePlayer(state, player => answerPlayer(player, action));
}

/** What the command line asks for. */
export function commandInPlayer(state: State, command: PlayerCommand): Update {
	return changePlayer(state, player => obeyCommand(player, command, state.settings.timeZone));
}

/** Change the player if there is one: an answer may come after it was left. */
export function changePlayer(state: State, change: (player: PlayerState) => Outcome): Update {
	if (state.player === undefined) {
		return {state, effects: []};
	}

	const {player, effects, notice: told} = change(state.player);
	const notice = typeof told === 'function' ? told(action => nameKeyOf(action, state)) : told;
	const isSame = player === state.player && notice === undefined;
	return {state: isSame ? state : {...state, player, notice: notice === undefined ? state.notice : {text: notice, isError: false}}, effects};
}
