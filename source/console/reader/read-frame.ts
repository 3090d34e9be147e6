import {showControls} from '../../terminal/show-controls.ts';
import {drawFrame} from '../draw-frame.ts';
import type {View} from '../view.ts';
import {findCommands} from '../palette/commands.ts';
import {nameKeyOf} from '../name-key-of.ts';
import {readDialog} from './read-dialog.ts';
import {readHelp} from './read-help.ts';
import {readHits} from './read-hits.ts';
import {readPlayer} from './read-player.ts';
import {readSessions} from './read-sessions.ts';
import {readWall} from './read-wall.ts';

/** The frame as lines to be spoken: what has the keys is said, what only looks good is not. */
export function readFrame(view: View): readonly string[] {
	const {overlay, screen, notice} = view.state;
	const news = notice === undefined ? [] : [showControls(notice.text)];
	switch (overlay?.type) {
		case 'dialog': {
			return [...readDialog(view, overlay), ...news];
		}

		case 'palette': {
			return readPalette(view, overlay);
		}

		case 'help': {
			return readHelp(view, overlay);
		}

		case 'page': {
			return [showControls(overlay.title), ...overlay.lines.slice(overlay.firstRow, overlay.firstRow + view.state.size.rows).map(line => showControls(line)), 'Any other key goes back.'].filter(line => line !== '');
		}

		case undefined: {
			return [...readScreen(view, screen), ...news];
		}

		default: {
			return [...readRows(view), ...news];
		}
	}
}

function readScreen(view: View, screen: View['state']['screen']): readonly string[] {
	switch (screen) {
		case 'sessions': {
			return readSessions(view);
		}

		case 'player': {
			return readPlayer(view);
		}

		case 'hits': {
			return readHits(view);
		}

		case 'live': {
			return readWall(view);
		}
	}
}

function readPalette({state}: View, {input, selected}: {readonly input: {readonly text: string}; readonly selected: number}): readonly string[] {
	const found = findCommands(input.text, state.recentCommands);
	const row = found[selected];
	const key = row?.key === undefined ? '' : `, key ${nameKeyOf(row.key, state)}`;
	return [`Command line: ${showControls(input.text)}`, row === undefined ? 'No such command.' : `${selected + 1} of ${found.length}: ${row.name} ${row.words}${key}, ${row.help}`];
}

/** Rows as they are drawn, without blank ones and what parts them. */
function readRows(view: View): readonly string[] {
	return drawFrame(view).map(row => row.map(({text}) => text).join('').replaceAll(/[─│┌┐└┘]+/gv, ' ').trim()).filter(line => line !== '');
}
