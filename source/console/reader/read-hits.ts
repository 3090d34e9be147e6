import {writePosition} from '../../format/position.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {describeCoverage} from '../hits/draw-hit-details.ts';
import {chosenHitRow, findHitRow, listHitRows} from '../hits/hit-rows.ts';
import type {HitRow} from '../hits/hit-rows.ts';
import {tellNoHits} from '../hits/tell-no-hits.ts';
import {formatSum, groupDigits} from '../text/format-length.ts';
import {formatInstant} from '../text/format-time.ts';
import type {View} from '../view.ts';
import {readEmpty} from './read-empty.ts';
import {readFilter} from './read-filter.ts';

/** The hits as lines: how many, how much was searched, and the chosen row as a sentence. */
export function readHits(view: View): readonly string[] {
	const {state} = view;
	const {hits, store} = state;
	const count = hits.groups.reduce((sum, group) => sum + group.count, 0);
	const chosen = chosenHitRow(hits);
	const told = hits.groups.length === 0 ? '' : `, ${groupDigits(count)} in ${groupDigits(hits.groups.length)} ${hits.groups.length === 1 ? 'session' : 'sessions'}`;
	return [
		`Hits in ${showControls(store.name)}${told}`,
		...readFilter(state),
		...(hits.failure === undefined || chosen === undefined ? [] : [showControls(hits.failure.message)]),
		describeCoverage(state),
		...(chosen === undefined ? readEmpty(tellNoHits(state), state) : [`row ${findHitRow(hits) + 1} of ${listHitRows(hits).length}, ${describeRow(chosen, view)}`]),
	].filter(line => line !== '');
}

function describeRow({hit, index, group}: HitRow, {state}: View): string {
	const {session, count, shown} = group;
	const who = `${showControls(session.user)} on ${showControls(session.host)}`;
	if (hit !== undefined) {
		return `hit ${index + 1} of ${count}, ${who}, ${hit.kind} at ${writePosition(hit.fromMs)}: ${showControls(hit.line)}`;
	}

	if (index !== -1) {
		return `${groupDigits(count - shown)} more hits of ${who}`;
	}

	const started = session.startedAt === undefined ? 'start not recorded' : formatInstant(session.startedAt, state.settings.timeZone);
	return `session of ${who}, ${started}, ${formatSum(session.lengthMs)}, ${groupDigits(count)} ${count === 1 ? 'hit' : 'hits'}, ${shown > 0 ? 'open' : 'folded'}`;
}
