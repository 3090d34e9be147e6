/** What the ids in a log are called on the host that wrote it. */
export type HostNames = {
	/** Name of a user id; `undefined` when there is none. */
	readonly findUser: (id: number) => string | undefined;
	readonly findGroup: (id: number) => string | undefined;
};
