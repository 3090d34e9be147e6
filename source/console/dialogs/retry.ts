/** When a store that failed is tried again. */
export type Retry = {
	/** How often it was tried in vain, less one. */
	readonly attempt: number;
	/** Epoch milliseconds. */
	readonly dueAt: number;
};
