import {printAddress, shortenRec} from '../../store/address.ts';
import {writePosition} from '../../format/position.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {coverWithNews} from '../draw-news.ts';
import {drawHints} from '../hints.ts';
import type {Hint} from '../hints.ts';
import {eventKinds} from '../player/events/player-event.ts';
import type {PlayerEvent} from '../player/events/player-event.ts';
import {formatInstant} from '../text/format-time.ts';
import {spreadPieces} from '../text/pieces.ts';
import {wrapText} from '../text/wrap-text.ts';
import type {View} from '../view.ts';
import type {DetailState} from './detail-state.ts';

const nameCells = 13;

/** Exactly as many rows as the terminal has: whose event it is, what it is, when it was and who was behind it. */
export function drawDetail(view: View, detail: DetailState): ReadonlyArray<readonly Piece[]> {
	const {rows} = view.state.size;
	const whole = drawBody(view, detail);
	const body = whole.slice(detail.firstRow, detail.firstRow + bodyRows(rows));
	const blanks = Array.from({length: Math.max(0, bodyRows(rows) - body.length)}, (): readonly Piece[] => []);
	return coverWithNews(view, [drawTitle(view, detail, tellRows(whole.length, detail.firstRow, body.length)), [], ...body, ...blanks, drawFoot(view), drawHints(hints, view)]);
}

/** The furthest that the body can be scrolled. */
export function lastFirstRow(view: View, detail: DetailState): number {
	return Math.max(0, drawBody(view, detail).length - bodyRows(view.state.size.rows));
}

const hints: readonly Hint[] = [['open', 'play here'], [['group.prev', 'group.next'], 'event'], ['copy.address', 'address'], ['copy.text', 'text'], ['app.back', 'back']];

function bodyRows(rows: number): number {
	return Math.max(0, rows - 4);
}

/** Which rows are shown, where not all are. */
function tellRows(count: number, firstRow: number, shown: number): string {
	return shown < count ? `rows ${firstRow + 1}–${firstRow + shown} of ${count}` : '';
}

function drawTitle({state: {size}, glyphs}: View, {session, events, index}: DetailState, rows: string): readonly Piece[] {
	const event = events[index];
	const address = printAddress({...session, rec: shortenRec(session.rec)}, event?.positionMs ?? 0);
	const left: readonly Piece[] = [{text: ` ${address}`, look: 'selected'}, {text: ` ${glyphs.part} `, look: 'dim'}, {text: `Event ${index + 1} of ${events.length}`}];
	return spreadPieces(left, [{text: rows, look: 'dim'}], {columns: size.columns, ellipsis: glyphs.ellipsis});
}

function drawBody(view: View, {session, events, index}: DetailState): ReadonlyArray<readonly Piece[]> {
	const event = events[index];
	if (event === undefined) {
		return [[{text: ' This event is no longer known.', look: 'dim'}]];
	}

	const what = eventKinds[event.kind];
	const when = session.startedAt === undefined ? 'no wall clock recorded' : formatInstant(session.startedAt + event.positionMs, view.state.settings.timeZone, true);
	const facts: ReadonlyArray<readonly [name: string, text: string]> = [
		['What', `${event.sign ?? (view.glyphs.isAscii ? what.asciiMark : what.mark)} ${what.what}`],
		...event.tellFacts(),
		['When', `${when}    position ${writePosition(event.positionMs, true)}`],
		...event.untilMs > event.positionMs ? [['Until', `${writePosition(event.untilMs, true)}, ${((event.untilMs - event.positionMs) / 1000).toFixed(1)} s later`] as const] : [],
		['Who', describeWho(event, session)],
		['Recording', printAddress(session)],
	];
	return facts.flatMap(([name, text]) => drawFact(name, text, view.state.size.columns));
}

function describeWho({who}: PlayerEvent, {user, host, term, auditSession}: DetailState['session']): string {
	const login = `${user} on ${host}, terminal ${term}, ${auditSession === undefined ? 'no audit session' : `audit session ${auditSession}`}`;
	return who === undefined || who === user ? login : `${who}, of a session of ${login}`;
}

function drawFact(name: string, text: string, columns: number): ReadonlyArray<readonly Piece[]> {
	return wrapText(showControls(text), Math.max(8, columns - nameCells - 1)).map((line, row) => [
		{text: ` ${(row === 0 ? name : '').padEnd(nameCells - 1)}`, look: 'dim' as const},
		{text: line},
	]);
}

function drawFoot({state: {notice}}: View): readonly Piece[] {
	return notice === undefined ? [] : [{text: ` ${showControls(notice.text)}`, look: notice.isError ? 'danger' : 'accent'}];
}
