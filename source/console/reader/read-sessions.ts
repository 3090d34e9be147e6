import {showControls} from '../../terminal/show-controls.ts';
import {describeFlags} from '../sessions/describe-session.ts';
import {tellNoSessions} from '../sessions/tell-no-sessions.ts';
import {lengthOf} from '../sessions/columns.ts';
import {findSelected, listShown} from '../sessions/shown-rows.ts';
import {formatSum, groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';
import {readEmpty} from './read-empty.ts';
import {readFilter} from './read-filter.ts';

/** The list as lines: how much matches, and the chosen row as a sentence. */
export function readSessions(view: View): readonly string[] {
	const {sessions, store, now} = view.state;
	const {counts, marked, failure} = sessions;
	const shown = listShown(sessions);
	const at = findSelected(sessions, shown);
	const session = shown[at];
	const count = counts === undefined ? '' : `, ${groupDigits(counts.matching)} of ${groupDigits(counts.total)}`;
	const row = session === undefined
		? readEmpty(tellNoSessions(view.state), view.state)
		: [`row ${at + 1} of ${shown.length}, ${showControls(session.user)} on ${showControls(session.host)}, ${formatSum(lengthOf(session, now))}, ${describeFlags(session, undefined, now)}${marked.size > 0 ? `, ${marked.size} marked` : ''}`];
	return [
		`Sessions in ${showControls(store.name)}${count}`,
		...readFilter(view.state),
		...(failure === undefined ? [] : [showControls(failure.message)]),
		...row,
	].filter(line => line !== '');
}
