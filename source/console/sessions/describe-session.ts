import {describeRecorderFacts} from '../../format/recording/describe-recorder-facts.ts';
import {printPosition} from '../../store/address.ts';
import {isGap} from '../../store/is-gap.ts';
import type {Gap, Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {formatAge, formatLength, formatSeconds, groupDigits} from '../text/format-length.ts';
import {formatBytes} from '../text/format-size.ts';
import {formatInstant} from '../text/format-time.ts';
import {isFresh} from './refresh.ts';

/** A fact about a session: what it is called, and what it is. */
export type Fact = readonly [name: string, value: string];

/**
The flags of a session in words.

@param session - as the store tells it.
@param gaps - where its gaps are, when that has been read.
@param now - epoch milliseconds, for how long a session without an end has been silent.
*/
export function describeFlags(session: Session, gaps: readonly Gap[] | undefined, now: number): string {
	const {summary, state, exit, tags, noteCount, audit} = session;
	const facts = [
		...(audit?.isRoot ? ['root'] : []),
		...(audit === undefined ? [] : ['audit']),
		...(state === 'live' ? [describeRunning(session, now)] : []),
		...(summary === undefined
			? ['not indexed yet']
			: [
				...(summary.isPipe ? ['recorded without a terminal'] : [`${summary.columns}×${summary.rows}`]),
				...(summary.hasInput ? ['typed input stored'] : []),
				...(summary.gaps > 0 ? [describeGaps(summary.gaps, summary.gapMs, gaps?.find(gap => isGap(gap)))] : []),
			]),
		...(exit === undefined ? [] : [describeExit(exit)]),
		...(tags.length === 0 ? [] : [`tagged ${tags.map(tag => showControls(tag)).join(' ')}`]),
		...(noteCount === 0 ? [] : [noteCount === 1 ? '1 note or bookmark' : `${groupDigits(noteCount)} notes and bookmarks`]),
	];
	return facts.join(', ');
}

/** All that is known about a session without opening it. */
export function listFacts(session: Session, gaps: readonly Gap[] | undefined, timeZone: string): readonly Fact[] {
	const {summary, exit, audit} = session;
	return [
		['Address', `${showControls(session.host)}/${showControls(session.rec)}`],
		['User', showControls(session.user)],
		['Started', session.startedAt === undefined ? 'not recorded' : formatInstant(session.startedAt, timeZone)],
		[session.state === 'live' ? 'Last heard' : 'Ended', session.endedAt === undefined ? 'not recorded' : formatInstant(session.endedAt, timeZone)],
		['Length', formatLength(session.lengthMs)],
		['Exit', exit === undefined ? 'no end recorded' : describeExit(exit)],
		...describeRecorderFacts(summary?.recorder).map(([name, text]): Fact => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, showControls(text)]),
		['Terminal', describeTerminal(session)],
		['Output', summary === undefined ? 'not indexed yet' : formatBytes(summary.outputBytes)],
		['Typed input', summary === undefined ? 'not indexed yet' : (summary.hasInput ? formatBytes(summary.inputBytes) : 'not stored')],
		['Messages', `${groupDigits(session.messages)} stored, ids ${session.firstId}–${session.lastId}, ${formatBytes(session.sizeBytes)}`],
		['Audit', describeAudit(session)],
		...(audit?.firstCommands ?? []).map((command, index): Fact => [index === 0 ? 'First ran' : '', showControls(command)]),
		['Problems', summary === undefined ? 'not indexed yet' : (summary.gaps === 0 ? 'none found' : describeGaps(summary.gaps, summary.gapMs, undefined))],
		...(gaps ?? []).map((gap): Fact => ['', `${printPosition(gap.fromMs)} ${gap.kind}: ${showControls(gap.detail)}`]),
	];
}

function describeAudit({audit, auditSession}: Session): string {
	const named = auditSession === undefined ? 'audit session id unset' : `audit session ${auditSession}`;
	return audit === undefined ? `no events (${named})` : `${groupDigits(audit.events)} events, ${audit.commands === 1 ? '1 command' : `${groupDigits(audit.commands)} commands`}${audit.isRoot ? ', as root, too' : ''} (${named})`;
}

/** `1 gap of 3.2 s at 31:40`. */
export function describeGaps(count: number, gapMs: number, first: Gap | undefined): string {
	const at = first === undefined ? '' : `${count === 1 ? '' : ', first'} at ${formatLength(first.fromMs)}`;
	return `${count === 1 ? '1 gap' : `${groupDigits(count)} gaps`} of ${formatSeconds(gapMs)}${at}`;
}

/** A recording without an end may still run, or its recorder may be gone: that cannot be told apart. */
function describeRunning(session: Session, now: number): string {
	return isFresh(session, now) ? 'running' : `no end recorded, silent for ${formatAge(now - (session.endedAt ?? session.receivedAt))}`;
}

function describeExit(exit: string): string {
	return /^\d+$/v.test(exit) ? `exit ${exit}` : `ended by ${showControls(exit)}`;
}

function describeTerminal({term, summary}: Session): string {
	if (summary === undefined) {
		return showControls(term);
	}

	const resizes = summary.resizes === 0 ? '' : `, resized ${summary.resizes === 1 ? 'once' : `${groupDigits(summary.resizes)} times`}`;
	return summary.isPipe ? 'none: recorded from a pipe' : `${showControls(term)}, ${summary.columns}×${summary.rows} at the end${resizes}`;
}
