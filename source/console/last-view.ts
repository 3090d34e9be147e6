import {printAddress} from '../store/address.ts';
import type {LastView} from './view-place.ts';
import {showList} from './lists/show-list.ts';
import {leavePlayer} from './player/update-player.ts';
import {whereTo} from './player/where-to.ts';
import type {State, Update} from './state.ts';

/** Remember the view that was left, for the key that goes back to it. */
export function rememberView(before: State, {state, effects}: Update): Update {
	const [from, to] = [describeView(before), describeView(state)];
	const isOther = from.screen !== to.screen || before.player?.session.host !== state.player?.session.host || before.player?.session.rec !== state.player?.session.rec;
	return {state: isOther ? {...state, lastView: from} : state, effects};
}

/** Go to the view before this. */
export function goToLastView(state: State): Update {
	const {lastView} = state;
	if (lastView === undefined) {
		return {state: {...state, notice: {text: 'There is no view before this.', isError: false}}, effects: []};
	}

	if (lastView.screen === 'player') {
		return {state, effects: [{type: 'find', address: lastView.address}]};
	}

	const left = leavePlayer(state);
	return {state: showList(left.state, lastView.screen), effects: left.effects};
}

function describeView({screen, player}: State): LastView {
	return screen === 'player'
		? {screen, address: player === undefined ? '' : printAddress(player.session, Math.round(whereTo(player)))}
		: {screen};
}
