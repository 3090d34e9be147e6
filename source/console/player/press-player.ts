import type {KeyAction} from '../../keys/key-table.ts';
import {printAddress} from '../../store/address.ts';
import type {Size} from '../layout.ts';
import {goToCommand} from './audit/go-to-command.ts';
import {acceptDigits, afterDigits, dropDigits, editDigits, openDigits} from './digits.ts';
import {markLoop, toggleLoopAll} from './loop-keys.ts';
import {timelineOf} from './new-player.ts';
import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import {openSearch} from './hits/press-search.ts';
import {goToBookmark} from './notes/bookmarks.ts';
import {pressInPanel} from './panel/panel-keys.ts';
import {movePan, togglePanFollowing} from './pan-keys.ts';
import type {PlayerState} from './player-state.ts';
import {stopTimer} from './player-timer.ts';
import {pressInSelection, startSelection} from './select/select-keys.ts';
import {seekBy, seekByTenths, seekTo, seekToNextGap, skipPause} from './seek.ts';
import {whereTo} from './where-to.ts';
import {nextFaster, nextSlower} from './speeds.ts';
import {toggleTyped} from './typed/typed-keys.ts';
import {togglePlaying} from './transport.ts';

export type PressContext = {
	readonly action: KeyAction;
	/** Name of the key itself. */
	readonly key: string;
	readonly size: Size;
	/** Of times of day that are typed. */
	readonly timeZone: string;
	/** The person's idle limit, for switching it on again. */
	readonly idleLimitMs: number;
};

/** What a key does in the player. While a position is being typed every key that does not belong to it drops it, and acts. */
export function pressInPlayer(player: PlayerState, context: PressContext): Outcome {
	if (player.selection !== undefined) {
		return pressInSelection(player, player.selection, context.action) ?? unchanged(player);
	}

	switch (context.action) {
		case 'seek.edit': {
			return editDigits(player, context.key);
		}

		case 'seek.goto': {
			return acceptDigits(player, context.timeZone);
		}

		case 'app.cancel': {
			return player.digits === undefined ? pressInPanel(player, 'app.cancel', context.size) ?? unchanged(player) : dropDigits(player);
		}

		default: {
			return afterDigits(player, dropped => act(dropped, context));
		}
	}
}

function act(player: PlayerState, {action, key, size, idleLimitMs}: PressContext): Outcome {
	if (player.stage !== 'open') {
		return unchanged(player);
	}

	const inPanel = pressInPanel(player, action, size);
	if (inPanel !== undefined) {
		return inPanel;
	}

	const simple = actions[action];
	if (simple !== undefined) {
		return simple(player);
	}

	switch (action) {
		case 'seek.tenth': {
			return openDigits(player, key);
		}

		case 'idle.toggle': {
			return toggleIdleLimit(player, idleLimitMs);
		}

		case 'pane.left':
		case 'pane.right':
		case 'pane.up':
		case 'pane.down': {
			return movePan(player, action, size);
		}

		default: {
			return unchanged(player);
		}
	}
}

const actions: Readonly<Partial<Record<KeyAction, (player: PlayerState) => Outcome>>> = {
	'play.toggle': togglePlaying,
	'play.slower': player => setSpeed(player, nextSlower(player.speed)),
	'play.faster': player => setSpeed(player, nextFaster(player.speed)),
	'play.normal': player => setSpeed(player, 1),
	'step.forward': player => step(player, 'forward'),
	'step.back': player => step(player, 'back'),
	'seek.fwd5': player => seekBy(player, 5000),
	'seek.back5': player => seekBy(player, -5000),
	'seek.fwd60': player => seekBy(player, 60_000),
	'seek.back60': player => seekBy(player, -60_000),
	'seek.fwdTenth': player => seekByTenths(player, 1),
	'seek.backTenth': player => seekByTenths(player, -1),
	'seek.start': player => seekTo(player, 0),
	'seek.end': player => seekTo(player, player.recording.lengthMs),
	'problem.next': seekToNextGap,
	'idle.skip': skipPause,
	'loop.mark': markLoop,
	'loop.all': toggleLoopAll,
	'follow.toggle': toggleFollowing,
	'pane.full': player => ({player: {...player, isFull: !player.isFull, isBarShown: false}, effects: [stopTimer('bar')]}),
	'pane.follow': togglePanFollowing,
	'select.start': startSelection,
	'filter.edit': player => unchanged(openSearch(player)),
	'typed.toggle': toggleTyped,
	'bookmark.next': player => goToBookmark(player, 1),
	'bookmark.prev': player => goToBookmark(player, -1),
	'command.next': player => goToCommand(player, 1),
	'command.prev': player => goToCommand(player, -1),
	'copy.address': player => ({player, effects: [{type: 'copy', text: printAddress(player.session, whereTo(player)), what: 'address'}]}),
	'copy.text': player => ({player, effects: [{type: 'copyScreen'}]}),
};

/** Play at another speed; at the live edge there is none but 1. */
export function setSpeed(player: PlayerState, speed: number): Outcome {
	return unchanged({...player, speed: player.isFollowing ? 1 : speed, trueSpeed: undefined});
}

function step(player: PlayerState, direction: 'forward' | 'back'): Outcome {
	const paused: PlayerState = {...player, isPlaying: false, isFollowing: false, hold: undefined, skippedMs: undefined, trueSpeed: undefined};
	return {player: paused, effects: [stopTimer('hold'), {type: 'step', direction}]};
}

function toggleIdleLimit(player: PlayerState, limitMs: number): Outcome {
	return setIdleLimit(player, player.idleLimitMs === Infinity ? limitMs : Infinity);
}

/** Cut pauses to so much; `Infinity` plays each in full. */
export function setIdleLimit(player: PlayerState, idleLimitMs: number): Outcome {
	const notice = idleLimitMs === Infinity ? 'Pauses are played in full.' : `Pauses are cut to ${idleLimitMs / 1000} s.`;
	return {...unchanged({...player, idleLimitMs, timeline: timelineOf(player.recording, idleLimitMs, player.audit)}), notice};
}

/** Playing at the edge is following: who no longer wants to follow stays where the recording is. */
function toggleFollowing(player: PlayerState): Outcome {
	return player.isFollowing ? togglePlaying({...player, isPlaying: true}) : follow(player);
}

/** Go to the live edge and stay there. */
export function follow(player: PlayerState): Outcome {
	return player.session.state === 'live'
		? seekTo({...player, isPlaying: true, speed: 1}, player.recording.lengthMs)
		: {...unchanged(player), notice: 'This recording has ended: there is nothing to follow.'};
}
