import {formatBytes} from '../text/format-size.ts';
import {formatSum, groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';

/** How many sessions match, of how many, and how much they are. */
export function countSessions({state: {sessions}, layout}: View): string {
	const {counts, applied} = sessions;
	if (counts === undefined) {
		return '';
	}

	const count = applied.text === '' ? groupDigits(counts.total) : `${groupDigits(counts.matching)} of ${groupDigits(counts.total)}`;
	if (layout.width === 'narrow') {
		return count;
	}

	const sum = layout.width === 'wide' ? `, ${formatSum(counts.matchingMs)}` : '';
	return `${count} ${counts.total === 1 ? 'session' : 'sessions'}, ${formatBytes(counts.matchingBytes)}${sum}`;
}
