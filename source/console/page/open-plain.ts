import {drawScreen} from '../draw-screen.ts';
import type {State, Update} from '../state.ts';
import {viewOf} from '../view.ts';
import {openPage} from './update-page.ts';

/** Show what stands on the screen as text alone, to be selected with the terminal's own means; a recording is read from its cells. */
export function openPlain(state: State): Update {
	if (state.screen === 'player') {
		return {state, effects: [{type: 'readScreen', file: undefined}]};
	}

	return {state: openPage(state, '', readFrame(state)), effects: []};
}

/** Save what stands on the screen as text. */
export function saveScreen(state: State, file: string): Update {
	if (state.screen === 'player') {
		return {state, effects: [{type: 'readScreen', file}]};
	}

	return {state, effects: [{type: 'writeText', file, text: `${readFrame(state).join('\n')}\n`, what: 'the screen'}]};
}

/** The frame's rows without the hints. */
function readFrame(state: State): readonly string[] {
	return drawScreen(viewOf(state)).slice(0, -1).map(row => row.map(({text}) => text).join('').trimEnd());
}
