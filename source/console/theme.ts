/** What a piece of text may mean. */
export const meanings = ['text', 'dim', 'accent', 'live', 'warning', 'danger', 'match', 'selected', 'mark', 'wrong', 'cursor'] as const;

/** What a piece of text means; a theme says how that looks. */
export type Meaning = (typeof meanings)[number];

/** For each meaning the parameters of the escape sequence that sets it (`CSI … m`); empty is the terminal's own look. */
export type Theme = Readonly<Record<Meaning, string>> & {
	/** The terminal draws nothing but ASCII. */
	readonly isAscii?: boolean;
};

export type ThemeName = 'auto' | 'dark' | 'light' | 'high-contrast' | 'mono';

/** The themes that come with scribery. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
	// The palette's own colours: readable on light and dark terminals alike.
	auto: {text: '', dim: '2', accent: '36', live: '32', warning: '33', danger: '31', match: '7', selected: '1', mark: '35', wrong: '4;31', cursor: ''},
	dark: {text: '', dim: '90', accent: '96', live: '92', warning: '93', danger: '91', match: '7', selected: '1', mark: '95', wrong: '4;91', cursor: ''},
	light: {text: '', dim: '90', accent: '34', live: '32', warning: '35', danger: '31', match: '7', selected: '1', mark: '35', wrong: '4;31', cursor: ''},
	'high-contrast': {text: '1', dim: '', accent: '1;4', live: '1;92', warning: '1;93', danger: '1;91', match: '1;7', selected: '1;7', mark: '1;95', wrong: '1;4;91', cursor: ''},
	// Without colour: bold, inverse and underline carry what colours carry elsewhere.
	mono: {text: '', dim: '', accent: '', live: '1', warning: '1', danger: '1', match: '7', selected: '1', mark: '1', wrong: '4', cursor: ''},
};

/** Text in the look of its meaning, closed again. */
export function paint(theme: Theme, meaning: Meaning, text: string): string {
	const look = theme[meaning];
	// Blank cells look alike in every colour: no need to send one.
	const isPlain = look === '' || (text.trim() === '' && !/\b[47]\b/v.test(look));
	return isPlain ? text : `\u{1B}[${look}m${text}\u{1B}[0m`;
}
