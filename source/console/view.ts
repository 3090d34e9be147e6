import type {Glyphs} from './glyphs.ts';
import type {Layout} from './layout.ts';
import type {State} from './state.ts';
import type {Theme} from './theme.ts';

/** What a screen is drawn from: the state, and what follows from its size and settings. */
export type View = {
	readonly state: State;
	readonly layout: Layout;
	readonly glyphs: Glyphs;
	readonly theme: Theme;
};
