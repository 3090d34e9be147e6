/** The option of every command that takes a search. */
export const viewOption = {
	view: {type: 'string', value: 'NAME', help: 'within the saved search NAME', completes: 'view'},
} as const;
