/** Options that every command reading a store takes. */
export const storeOptions = {
	store: {type: 'string', value: 'A', help: 'where recordings are kept', completes: 'store'},
	json: {type: 'boolean', default: false, help: 'one JSON object a line'},
} as const;
