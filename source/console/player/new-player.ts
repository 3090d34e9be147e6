import type {JoinedEvent} from '../../playback/join/join-events.ts';
import {createTimeline} from '../../playback/timeline.ts';
import type {Session} from '../../store/store.ts';
import {noSearch} from './hits/search-state.ts';
import {listCommandPositions} from './audit/go-to-command.ts';
import {closedPanel} from './panel/panel-state.ts';
import {hiddenTyped} from './typed/typed-state.ts';
import type {PlayerState, Recording, ScreenFacts} from './player-state.ts';

const noRecording: Recording = {lengthMs: 0, gaps: [], activity: [], resizes: []};
const noScreen: ScreenFacts = {columns: 80, rows: 24, cursor: {column: 0, row: 0, isVisible: false}};

/** The player before the recording is open. */
export function newPlayer(session: Session, {idleLimitMs, positionMs, isPausingAtGaps = false}: {readonly idleLimitMs: number; readonly positionMs: number; readonly isPausingAtGaps?: boolean}): PlayerState {
	return {
		session,
		stage: 'opening',
		isOpeningLate: false,
		failure: undefined,
		earlyKeys: [],
		recording: noRecording,
		timeline: timelineOf(noRecording, idleLimitMs),
		idleLimitMs,
		isPausingAtGaps,
		positionMs,
		targetMs: undefined,
		isSeekLate: false,
		isPlaying: true,
		isFollowing: false,
		lostAt: undefined,
		hold: undefined,
		heldGapMs: undefined,
		speed: 1,
		trueSpeed: undefined,
		skippedMs: undefined,
		loop: undefined,
		digits: undefined,
		isExact: false,
		hits: undefined,
		search: noSearch,
		notes: [],
		typed: hiddenTyped,
		typedLines: [],
		audit: [],
		panel: closedPanel,
		selection: undefined,
		screen: noScreen,
		unshown: 0,
		pan: {column: 0, row: 0},
		isPanFollowing: true,
		isFull: false,
		isBarShown: false,
	};
}

/** Both scales of a recording under an idle limit; a pause ends where a command begins. */
export function timelineOf({lengthMs, activity, gaps}: Recording, idleLimitMs: number, audit: readonly JoinedEvent[] = []): PlayerState['timeline'] {
	return createTimeline({lengthMs, activity, gaps, idleLimitMs, commandsMs: listCommandPositions(audit)});
}
