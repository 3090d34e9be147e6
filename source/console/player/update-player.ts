import type {KeyAction} from '../../keys/key-table.ts';
import type {Session} from '../../store/store.ts';
import type {Press} from '../read-presses.ts';
import type {State, Update} from '../state.ts';
import type {PlayerAction} from './player-action.ts';

/** Show the player on a recording. */
export function openPlayer(state: State, session: Session, positionMs: number): Update {
	return {state: {...state, screen: 'player', player: {session}}, effects: [{type: 'open', session, positionMs}]};
}

/** What a key of the player's contexts does; `press` is the key itself, for digits. */
export function doInPlayer(state: State, action: KeyAction, _press: Press): Update {
	const next: State = action === 'app.back' ? {...state, screen: 'sessions', player: undefined} : state;
	return {state: next, effects: []};
}

/** What an answer from outside does. */
export function updatePlayer(state: State, _action: PlayerAction): Update {
	return {state, effects: []};
}
