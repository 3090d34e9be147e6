/** What one side of a connection can do, as it says when it opens. */
export type RelpOffers = {
	readonly software: string;
	readonly commands: readonly string[];
};

/** The lines of an `open`, and those that follow the code in its answer: version 0 of the protocol, the only one there is. */
export function printRelpOffers({software, commands}: RelpOffers): string {
	return `relp_version=0\nrelp_software=${software}\ncommands=${commands.join(',')}`;
}
