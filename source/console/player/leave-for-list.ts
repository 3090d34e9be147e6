import type {KeyAction} from '../../keys/key-table.ts';
import {filterBy} from '../lists/ask-list.ts';
import type {State, Update} from '../state.ts';
import {leavePlayer} from './update-player.ts';
import {whereTo} from './where-to.ts';

/** What keys do that lead from the player to a list; `undefined` when it is not such a key. */
export function leaveForList(state: State, action: KeyAction): Update | undefined {
	return action === 'list.atMoment' && state.player !== undefined ? listAtMoment(state, state.player) : undefined;
}

/** Who was on at the instant that is shown. */
function listAtMoment(state: State, player: NonNullable<State['player']>): Update {
	const {startedAt} = player.session;
	if (startedAt === undefined) {
		return {state: {...state, notice: {text: 'This recording tells no wall clock: nobody knows who else was on.', isError: false}}, effects: []};
	}

	const left = leavePlayer(state);
	const listed = filterBy({...left.state, screen: 'sessions', list: 'sessions'}, `when:${new Date(startedAt + whereTo(player)).toISOString()}`);
	return {state: listed.state, effects: [...left.effects, ...listed.effects]};
}
