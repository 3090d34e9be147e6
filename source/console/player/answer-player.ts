import {takeTenth, dropDigits} from './digits.ts';
import {searchAgain, takeHits} from './hits/take-hits.ts';
import {timelineOf} from './new-player.ts';
import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import type {PlayerAction, PlayerTimer} from './player-action.ts';
import type {PlayerState} from './player-state.ts';
import {startTimer, stopTimer} from './player-timer.ts';
import {takeTyped} from './typed/typed-keys.ts';
import {arrive, endHold, playOn} from './transport.ts';

/** What an answer from outside makes of the player. */
export function answerPlayer(player: PlayerState, action: PlayerAction): Outcome {
	switch (action.type) {
		case 'opened': {
			return open(player, action);
		}

		case 'openFailed': {
			return {player: {...player, stage: 'failed', failure: action.message, isPlaying: false}, effects: [stopTimer('opening')]};
		}

		case 'played': {
			return playOn(player, action.elapsedMs);
		}

		case 'advanced': {
			return arrive(player, action);
		}

		case 'sought': {
			return finishSeek(player, action);
		}

		case 'stepped': {
			return finishStep(player, action);
		}

		case 'unshownCounted': {
			return unchanged({...player, unshown: action.count});
		}

		case 'notesRead': {
			return unchanged({...player, notes: action.notes});
		}

		case 'typedLinesRead': {
			return unchanged({...player, typedLines: action.lines});
		}

		case 'auditRead': {
			return unchanged({...player, audit: action.events, timeline: timelineOf(player.recording, player.idleLimitMs, action.events)});
		}

		case 'typedRead': {
			return takeTyped(player, action);
		}

		case 'foundHere': {
			return takeHits(player, action);
		}

		case 'searchFailed': {
			const {search} = player;
			return search.asked?.query === action.query ? {...unchanged({...player, search: {...search, isWaiting: false}}), notice: action.message} : unchanged(player);
		}

		case 'textRead': {
			return copyLines(player, action.text);
		}

		case 'playFailed': {
			const stopped: PlayerState = {...player, isPlaying: false, isFollowing: false, targetMs: undefined, isSeekLate: false};
			return {player: stopped, effects: [stopTimer('seek')], notice: action.message};
		}

		case 'grown': {
			return grow(player, action);
		}

		case 'lost': {
			return {...unchanged({...player, lostAt: action.at, targetMs: undefined, isSeekLate: false, trueSpeed: undefined}), notice: action.message};
		}

		case 'regained': {
			return {...unchanged({...player, lostAt: undefined}), notice: 'The store can be read again.'};
		}

		case 'readoutDue': {
			return unchanged(player);
		}

		case 'timedOut': {
			return endWait(player, action.what);
		}
	}
}

function copyLines(player: PlayerState, text: string): Outcome {
	const lines = text.split('\n').length;
	return text === '' ? {...unchanged(player), notice: 'No text here to copy.'} : {player, effects: [{type: 'copy', text, what: lines === 1 ? '1 line' : `${lines} lines`}]};
}

function open(player: PlayerState, {session, recording, positionMs, screen}: Extract<PlayerAction, {type: 'opened'}>): Outcome {
	const timeline = timelineOf(recording, player.idleLimitMs);
	return {player: {...player, session, recording, timeline, positionMs, screen, stage: 'open', isOpeningLate: false}, effects: [stopTimer('opening'), {type: 'readNotes'}, ...session.audit === undefined ? [] : [{type: 'readAudit'} as const], ...session.summary?.hasInput === true ? [{type: 'readTypedLines'} as const] : []]};
}

/** Typed lines are known as far as the index goes, which follows a running recording. */
function grow(player: PlayerState, {session, recording}: Extract<PlayerAction, {type: 'grown'}>): Outcome {
	const {summary} = session;
	const isIndexedFurther = summary?.hasInput === true && summary.indexedId !== player.session.summary?.indexedId;
	const known = listLate(player.recording);
	const late = listLate(recording).filter(detail => !known.includes(detail));
	return {
		player: {...player, session, recording, timeline: timelineOf(recording, player.idleLimitMs, player.audit)},
		effects: [
			...isIndexedFurther ? [{type: 'readTypedLines'} as const] : [],
			...session.audit?.events === player.session.audit?.events ? [] : [{type: 'readAudit'} as const],
		],
		...(late.length > 0 && {notice: `What is shown was read again: ${late.join(', ')}.`}),
	};
}

function listLate({gaps}: PlayerState['recording']): readonly string[] {
	return gaps.filter(({kind}) => kind === 'late').map(({detail}) => detail);
}

function finishSeek(player: PlayerState, {targetMs, screen}: Extract<PlayerAction, {type: 'sought'}>): Outcome {
	// A later key may have moved the target on: its own answer is still to come.
	return targetMs === player.targetMs
		? {player: {...player, positionMs: targetMs, targetMs: undefined, isSeekLate: false, screen}, effects: [stopTimer('seek')]}
		: unchanged(player);
}

function finishStep(player: PlayerState, {result, positionMs, screen}: Extract<PlayerAction, {type: 'stepped'}>): Outcome {
	const stepped = unchanged({...player, positionMs, screen, isExact: true});
	switch (result) {
		case 'moved': {
			return stepped;
		}

		case 'limit': {
			return {...stepped, notice: 'Nothing visible changed in 10,000 packets or 1 MB: stopped here.'};
		}

		case 'at-end': {
			return {...stepped, notice: 'End of the recording.'};
		}

		case 'at-start': {
			return {...stepped, notice: 'Start of the recording.'};
		}
	}
}

function endWait(player: PlayerState, what: PlayerTimer): Outcome {
	switch (what) {
		case 'opening': {
			return unchanged({...player, isOpeningLate: player.stage === 'opening'});
		}

		case 'tenth': {
			return takeTenth(player);
		}

		case 'digits': {
			return dropDigits(player);
		}

		case 'seek': {
			return unchanged({...player, isSeekLate: player.targetMs !== undefined});
		}

		case 'skipped': {
			return unchanged({...player, skippedMs: undefined});
		}

		case 'hold': {
			return endHold(player);
		}

		case 'hits': {
			return searchAgain(player);
		}

		case 'bar': {
			// While a seek is on its way the bar stays.
			return player.targetMs === undefined ? unchanged({...player, isBarShown: false}) : {player, effects: [startTimer('bar')]};
		}
	}
}
