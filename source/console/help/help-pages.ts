import type {KeyContext} from '../../keys/key-table.ts';

/** A page of the help: the keys of one place. */
export type HelpPage = {
	readonly name: string;
	/** Their keys stand on it. */
	readonly contexts: readonly KeyContext[];
};

/** In the order of Tab. */
export const helpPages = {
	sessions: {name: 'Sessions', contexts: ['facets', 'sessions']},
	hits: {name: 'Hits', contexts: ['facets', 'hits']},
	live: {name: 'Live', contexts: ['live']},
	player: {name: 'Player', contexts: ['digits', 'player']},
	events: {name: 'Events', contexts: ['panel', 'event']},
	select: {name: 'Choosing text', contexts: ['select']},
	menu: {name: 'Saved views', contexts: ['menu']},
	dialog: {name: 'Dialogs and text', contexts: ['dialog', 'input']},
} as const satisfies Readonly<Record<string, HelpPage>>;

export type HelpPageName = keyof typeof helpPages;

/** The page after or before another, in a circle. */
export function pageBeside(page: HelpPageName, step: 1 | -1): HelpPageName {
	const names = Object.keys(helpPages) as HelpPageName[]; // A literal's own keys.
	return names.at((names.indexOf(page) + step) % names.length) ?? page;
}
