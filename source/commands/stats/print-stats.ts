import {fillEnd, fillStart} from '../../console/text/fit-text.ts';
import {formatSum} from '../../console/text/format-length.ts';
import {formatSize} from '../../console/text/format-size.ts';
import {measureText} from '../../console/text/measure-text.ts';
import type {StatsField, StatsRow} from '../../store/counts.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Context} from '../context.ts';

const mostKeyColumns = 32;
const mostBarColumns = 40;

/** The table of `stats` for a terminal: numbers, and a bar of the sessions where there is room. */
export function printStats(rows: readonly StatsRow[], by: StatsField, {stdout, environment}: Context): string {
	if (rows.length === 0) {
		return '';
	}

	const cells = rows.map(({key, sessions, durationMs, gaps, sizeBytes}) => [showControls(key) || 'unknown', String(sessions), formatSum(durationMs), String(gaps), formatSize(sizeBytes)]);
	const table = [[by.toUpperCase(), 'SESSIONS', 'DURATION', 'GAPS', 'SIZE'], ...cells];
	const widths = [0, 1, 2, 3, 4].map(column => Math.min(column === 0 ? mostKeyColumns : Infinity, Math.max(...table.map(row => measureText(row[column] ?? '')))));
	const room = Math.min(mostBarColumns, stdout.columns - widths.reduce((sum, width) => sum + width + 2, 0));
	const most = Math.max(...rows.map(({sessions}) => sessions));
	const sign = isUnicode(environment) ? '█' : '#';
	return table.map((row, index) => {
		const sessions = rows[index - 1]?.sessions;
		const bar = sessions === undefined || room < 4 ? '' : sign.repeat(Math.max(1, Math.round(sessions / most * room)));
		return `${[...row.map((cell, column) => (column === 0 ? fillEnd : fillStart)(cell, widths[column] ?? 0, '…')), bar].join('  ').trimEnd()}\n`;
	}).join('');
}

/** The first of these that is set and not empty tells the character set. */
function isUnicode({LC_ALL, LC_CTYPE, LANG}: Context['environment']): boolean {
	return /utf-?8/iv.test([LC_ALL, LC_CTYPE, LANG].find(Boolean) ?? '');
}
