import {showControls} from '../../terminal/show-controls.ts';
import {addressOf} from '../sessions/address-of.ts';
import {lengthOf} from '../sessions/columns.ts';
import {formatSum, groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';
import {chosenTile} from '../wall/choose-tile.ts';
import {tellNoTiles} from '../wall/tell-no-tiles.ts';
import {isHeard} from '../wall/tile-age.ts';
import {readEmpty} from './read-empty.ts';
import {readFilter} from './read-filter.ts';

/** The running sessions as lines: how many, and the chosen one as a sentence. Its screen is told by the player: tiles are only looked at. */
export function readWall({state}: View): readonly string[] {
	const {wall, now} = state;
	const session = chosenTile(wall);
	const matching = wall.sessions.length;
	const count = wall.text === undefined ? '' : `, ${groupDigits(matching)} of ${groupDigits(Math.max(matching, wall.running ?? matching))}${wall.isPaused ? ', paused' : ''}`;
	const head = [`Running sessions${count}`, ...readFilter(state), ...(wall.failure === undefined || session === undefined ? [] : [showControls(wall.failure.message)])];
	if (session === undefined) {
		return [...head, ...readEmpty(tellNoTiles(state), state)].filter(line => line !== '');
	}

	const address = addressOf(session);
	const problem = wall.problems.get(address);
	const facts = [
		`tile ${wall.order.indexOf(address) + 1} of ${matching}`,
		`${showControls(session.user)} on ${showControls(session.host)}`,
		formatSum(lengthOf(session, now)),
		...(isHeard(session, now) ? [] : ['silent']),
		...(wall.pinned.has(address) ? ['pinned'] : []),
		...(problem === undefined ? [] : [showControls(problem)]),
	];
	return [...head, facts.join(', ')];
}
