/** What commands ask of the world. */
export type PaletteEffect =
	| {readonly type: 'find'; readonly address: string}
	/** `isKept`: every start opens it from now on. `recordings`: a path of what is to be imported into it. */
	| {readonly type: 'openStore'; readonly address: string; readonly isKept: boolean; readonly recordings?: string | undefined};
