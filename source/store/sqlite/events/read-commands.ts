import type {SessionAudit} from '../../event.ts';
import type {Connection} from '../connection.ts';
import {readBytes, readNumber} from '../row.ts';
import {unpackActions} from './event-block.ts';

/** Part of a trail. */
export type Span = {readonly trail: number; readonly fromAt: number; readonly untilAt: number};

const firstKept = 3;

/** The first and the last commands of some trails. */
export function readCommands(connection: Connection, spans: readonly Span[]): Pick<SessionAudit, 'firstCommands' | 'lastCommand'> {
	return {
		firstCommands: readTitles(connection, spans, {order: 'asc', limit: firstKept}),
		lastCommand: readTitles(connection, spans, {order: 'desc', limit: 1})[0],
	};
}

const longestTitle = 500; // Wider than any terminal that shows it.

/** Of each trail as many as are wanted, by an index; most recordings have one. */
function readTitles(connection: Connection, spans: readonly Span[], {order, limit}: {readonly order: 'asc' | 'desc'; readonly limit: number}): readonly string[] {
	const rows = spans.flatMap(({trail, fromAt, untilAt}) => connection.prepare(`
		select at, block, place from events where trail = ? and at between ? and ? and is_command order by at ${order} limit ?
	`).all(trail, fromAt, untilAt, limit));
	const sorted = rows.toSorted((a, b) => (readNumber(a, 'at') - readNumber(b, 'at')) * (order === 'asc' ? 1 : -1)).slice(0, limit);
	return sorted.map(row => {
		const actions = unpackActions(readBytes(connection.prepare('select actions from event_blocks where block = ?').get(readNumber(row, 'block')) ?? {}, 'actions'));
		return actions[readNumber(row, 'place')]?.title.slice(0, longestTitle).toWellFormed() ?? '';
	});
}
