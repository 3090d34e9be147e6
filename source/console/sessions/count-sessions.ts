import {formatBytes} from '../text/format-size.ts';
import {formatSum, groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';
import {listShown} from './shown-rows.ts';

/** How many sessions match, of how many, and how much they are. */
export function countSessions({state: {sessions}, layout}: View): string {
	const {counts, isOnlyProblems, rows, applied} = sessions;
	if (counts === undefined) {
		return '';
	}

	if (isOnlyProblems) {
		return `${groupDigits(listShown(sessions).length)} with problems of ${groupDigits(rows.length)}${layout.width === 'narrow' ? '' : ' loaded'}`;
	}

	const count = applied.text === '' ? groupDigits(counts.total) : `${groupDigits(counts.matching)} of ${groupDigits(counts.total)}`;
	if (layout.width === 'narrow') {
		return count;
	}

	const sum = layout.width === 'wide' ? `, ${formatSum(counts.matchingMs)}` : '';
	return `${count} ${counts.total === 1 ? 'session' : 'sessions'}, ${formatBytes(counts.matchingBytes)}${sum}`;
}
