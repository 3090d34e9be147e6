import {writePosition} from '../../format/position.ts';
import {printAddress, shortenRec} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {findCurrent, listShownEvents} from '../player/events/list-events.ts';
import {eventKinds} from '../player/events/player-event.ts';
import type {PlayerState} from '../player/player-state.ts';
import {tellInPane} from '../player/tell-in-pane.ts';
import {whereTo} from '../player/where-to.ts';
import type {View} from '../view.ts';

/** A recording as lines: while it plays the rows that changed, paused the whole screen and where it stands. Positions are not told while playing: each would be spoken. */
export function readPlayer(view: View): readonly string[] {
	const {player, spoken} = view.state;
	if (player === undefined) {
		return [];
	}

	const {session, isPlaying, recording, timeline, stage} = player;
	const at = whereTo(player);
	const percent = timeline.compressedMs === 0 ? 0 : Math.floor(timeline.toCompressed(at) / timeline.compressedMs * 100);
	const gap = recording.gaps.find(({fromMs}) => fromMs > at);
	const next = gap === undefined ? '' : `, next gap in ${Math.round((gap.fromMs - at) / 1000)} seconds`;
	const where = isPlaying ? 'playing' : `paused, ${percent} percent, ${writePosition(at)} of ${writePosition(recording.lengthMs)}${next}`;
	const told = tellInPane(player, view).map(row => row.map(({text}) => text).join('').trim());
	return [
		`Recording ${printAddress({...session, rec: shortenRec(session.rec)})}, ${showControls(session.user)}, ${stage === 'open' ? where : stage}`,
		...readEvent(player),
		...told,
		...(isPlaying ? spoken.changed : spoken.lines).map(line => showControls(line.trimEnd())),
	].filter(line => line !== '');
}

/** The event that was chosen, or the last one that has happened: a line that changes is spoken. */
function readEvent(player: PlayerState): readonly string[] {
	const events = listShownEvents(player);
	const index = player.panel.chosen ?? findCurrent(events, whereTo(player));
	const event = events[index];
	return event === undefined ? [] : [`Event ${index + 1} of ${events.length}, ${eventKinds[event.kind].what} at ${writePosition(event.positionMs)}: ${showControls(event.text)}`];
}
