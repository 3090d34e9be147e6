import {printAddress, printPosition, shortenRec} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {formatSeconds} from '../text/format-length.ts';
import {groupDigits} from '../text/format-length.ts';
import {cutPieces} from '../text/pieces.ts';
import type {State} from '../state.ts';
import type {View} from '../view.ts';
import {nameKeyOf} from '../name-key-of.ts';
import {findNews} from '../news.ts';
import {chosenHitRow} from './hit-rows.ts';

/** Where the chosen hit is and while when it was there; below it how much was searched, or news for the person. */
export function drawHitDetails(view: View, rows: 1 | 2): ReadonlyArray<readonly Piece[]> {
	const {state: {size}, glyphs} = view;
	const news = findNews(view.state);
	const where = rows === 1 && news !== undefined ? [] : [[{text: ` ${describeChosen(view.state)}`}]];
	const told: readonly Piece[] = news === undefined ? [{text: ` ${describeCoverage(view.state)}`, look: 'dim'}] : [{text: ' '}, news];
	return [...where, ...(rows === 1 && news === undefined ? [] : [told])].map(row => cutPieces(row, size.columns, glyphs.ellipsis));
}

/** How many sessions were searched, and how many could not be. */
export function describeCoverage(state: State): string {
	const {coverage, search} = state.hits;
	if (search !== undefined) {
		const {progress} = search;
		const done = progress === undefined ? '' : `: ${groupDigits(progress.searched)} of ${groupDigits(progress.candidates)} sessions`;
		return `Searching${done}. ${nameKeyOf('app.cancel', state)} stops.`;
	}

	if (coverage === undefined) {
		return '';
	}

	const {searched, total, unindexed} = coverage;
	const rest = unindexed === 0 ? '' : `; ${groupDigits(unindexed)} not indexed (:index does it)`;
	return `${groupDigits(searched)} of ${groupDigits(total)} ${total === 1 ? 'session' : 'sessions'} searched${rest}`;
}

function describeChosen({hits}: State): string {
	const row = chosenHitRow(hits);
	if (row === undefined) {
		return '';
	}

	const {hit, group} = row;
	const {host, rec} = group.session;
	const address = showControls(printAddress({host, rec: shortenRec(rec)}, hit?.fromMs));
	if (hit === undefined) {
		return address;
	}

	const how = hit.event === undefined ? (hit.kind === 'seen' ? 'shown' : 'typed') : 'audit event';
	const until = hit.untilMs > hit.fromMs ? `${how} ${printPosition(hit.fromMs)}–${printPosition(hit.untilMs)} (${formatSeconds(hit.untilMs - hit.fromMs)})` : `${how} at ${printPosition(hit.fromMs)}`;
	return `${until}   ${address}`;
}
