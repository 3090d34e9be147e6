import {glyphSets} from './glyphs.ts';
import type {Glyphs} from './glyphs.ts';
import {chooseLayout} from './layout.ts';
import type {Layout} from './layout.ts';
import type {State} from './state.ts';
import {themes} from './theme.ts';
import type {Theme} from './theme.ts';

/** What a screen is drawn from: the state, and what follows from its size and settings. */
export type View = {
	readonly state: State;
	readonly layout: Layout;
	readonly glyphs: Glyphs;
	readonly theme: Theme;
};

/** What follows from a state. */
export function viewOf(state: State): View {
	const {size, settings} = state;
	const glyphs = glyphSets[settings.glyphs];
	return {state, layout: chooseLayout(size), glyphs, theme: {...settings.themes[settings.theme] ?? themes.auto, isAscii: glyphs.isAscii}};
}
