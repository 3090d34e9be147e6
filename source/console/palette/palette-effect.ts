/** What commands ask of the world. */
export type PaletteEffect =
	| {readonly type: 'find'; readonly address: string}
	| {readonly type: 'openStore'; readonly address: string};
