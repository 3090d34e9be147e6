import type {MomentsPart} from '../../store/moments.ts';
import {addressOf} from '../sessions/address-of.ts';
import {countRows} from './hit-rows.ts';
import type {HitGroup, HitsState} from './hits-state.ts';

const mostOpened = 4;
const fewestOpened = 2;

/**
The list with what the search has found since.

@param hits - the list as it is; its rows keep their places.
@param parts - in the order they came.
@param height - rows of the list: as long as they last, new groups come open.
*/
export function takeParts(hits: HitsState, parts: readonly MomentsPart[], height: number): HitsState {
	const groups = [...hits.groups];
	const known = new Set(groups.map(({address}) => address));
	let used = groups.slice(0, height).reduce((sum, group) => sum + countRows(group), 0);
	for (const part of parts) {
		const group = part.type === 'session' ? openGroup(part, height - used) : undefined;
		if (group === undefined || known.has(group.address)) {
			continue;
		}

		known.add(group.address);
		groups.push(group);
		used += countRows(group);
	}

	const progress = parts.findLast(part => part.type === 'progress');
	const coverage = parts.findLast(part => part.type === 'coverage') ?? hits.coverage;
	const search = progress === undefined ? hits.search : hits.search && {...hits.search, progress};
	return {...hits, groups: groups.length === hits.groups.length ? hits.groups : groups, coverage, search};
}

/** A third of the room that is left, so that the groups behind get their share; folded when not even two hits have room. */
function openGroup({session, hits, count}: Extract<MomentsPart, {type: 'session'}>, room: number): HitGroup {
	const wanted = Math.max(fewestOpened, Math.min(mostOpened, Math.floor(room / 3)));
	const shown = Math.min(wanted, hits.length);
	const group: HitGroup = {address: addressOf(session), session, hits, count, shown, isLoading: false};
	return countRows(group) <= room ? group : {...group, shown: 0};
}
