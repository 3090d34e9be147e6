import {listShownEvents} from '../events/list-events.ts';
import type {PlayerState} from '../player-state.ts';
import {whereTo} from '../where-to.ts';
import {listPlacedNotes} from './bookmarks.ts';
import type {PlacedNote} from './bookmarks.ts';

/** The bookmark that is meant here: the chosen one of the events, else the one at the position. While playing, one that has just gone by: nobody stops on the millisecond. */
export function findBookmarkHere(player: PlayerState): PlacedNote | undefined {
	const {panel, isPlaying} = player;
	const marks = listPlacedNotes(player.notes).filter(({kind}) => kind === 'bookmark');
	const event = panel.chosen === undefined ? undefined : listShownEvents(player)[panel.chosen];
	const chosen = event?.kind === 'note' ? marks.find(({positionMs}) => positionMs === event.positionMs) : undefined;
	const hereMs = whereTo(player);
	return chosen ?? marks.findLast(({positionMs}) => positionMs - hereMs < sameMs && hereMs - positionMs < (isPlaying ? justPassedMs : sameMs));
}

const justPassedMs = 1000;
/** Notes are kept to the millisecond, playing stops between two. */
const sameMs = 1;
