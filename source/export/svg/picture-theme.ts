/** Colours of a picture, `#rrggbb`: those a terminal is free to choose. */
export type PictureTheme = {
	readonly foreground: string;
	readonly background: string;
	/** The palette's first 16; black to white, then bright. */
	readonly colors: readonly string[];
	readonly danger: string;
};

/** The themes of `--theme`. */
export const pictureThemes = {
	dark: {
		foreground: '#d6dae2',
		background: '#14161a',
		colors: ['#23272e', '#e05561', '#5fb34e', '#c9a227', '#5b9cf5', '#b97ad9', '#43b5c0', '#c8ccd4', '#6b7280', '#ff7a85', '#86d977', '#ecc94b', '#8ab8ff', '#d8a6f2', '#72d9e2', '#ffffff'],
		danger: '#ff7a85',
	},
	light: {
		foreground: '#1f2328',
		background: '#ffffff',
		colors: ['#1f2328', '#b3261e', '#1a7f37', '#8a6100', '#0a58ca', '#8b2fa8', '#0b7285', '#d0d4da', '#6b7280', '#d1372c', '#2da44e', '#b58900', '#3b82f6', '#a855c7', '#1591a5', '#f6f8fa'],
		danger: '#b3261e',
	},
} as const satisfies Readonly<Record<string, PictureTheme>>;
