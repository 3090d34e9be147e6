import type {State, Update} from '../state.ts';
import {changeHits} from './change-hits.ts';
import {chooseHit, keepHitVisible} from './choose-hit.ts';
import type {HitGroup, HitPlace} from './hits-state.ts';

const firstShown = 4;
/** Hits of one session that are ever listed: more than that nobody goes through. */
export const mostHits = 10_000;

/** Open a folded session; of an open one show all hits. Those that are not loaded are asked for. */
export function unfoldGroup(state: State, address: string): Update {
	const group = findGroup(state, address);
	if (group === undefined) {
		return {state, effects: []};
	}

	const shown = group.shown === 0 ? Math.min(firstShown, group.hits.length) : group.hits.length;
	const opened = changeGroup(state, address, {shown});
	return group.shown > 0 && isPartial(group) && !group.isLoading ? showLoading(opened, group) : {state: keepHitVisible(opened), effects: []};
}

/** Fold a session, its head chosen. */
export function foldGroup(state: State, address: string): State {
	return chooseHit(changeGroup(state, address, {shown: 0}), {address, index: -1});
}

/** Make sure that a hit has a row. */
export function showHit(state: State, {address, index}: HitPlace): State {
	const group = findGroup(state, address);
	const isHidden = group !== undefined && index >= group.shown;
	const shown = isHidden ? Math.min(group.hits.length, Math.max(index + 1, group.shown === 0 ? firstShown : 0)) : 0;
	return chooseHit(isHidden ? changeGroup(state, address, {shown}) : state, {address, index});
}

/** The group with some of its fields changed. */
export function changeGroup(state: State, address: string, fields: Partial<HitGroup>): State {
	return changeHits(state, {groups: state.hits.groups.map(group => group.address === address ? {...group, ...fields} : group)});
}

export function findGroup({hits}: State, address: string | undefined): HitGroup | undefined {
	return hits.groups.find(group => group.address === address);
}

/** True while there are hits to load. */
export function isPartial({hits, count}: HitGroup): boolean {
	return hits.length < Math.min(count, mostHits);
}

/** Ask for all hits of a session. */
export function loadGroup(state: State, {address, session}: HitGroup, isUnfolding: boolean): Update {
	const {applied} = state.hits;
	return applied === undefined
		? {state, effects: []}
		: {state: changeGroup(state, address, {isLoading: true}), effects: [{type: 'loadHits', session, query: applied.query, isUnfolding}]};
}

function showLoading(state: State, group: HitGroup): Update {
	const loading = loadGroup(state, group, true);
	return {...loading, state: keepHitVisible(loading.state)};
}
