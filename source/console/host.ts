/** What only the running program can do: it holds Ink and the process. */
export type Host = {
	readonly redraw: () => void;
	readonly suspend: () => void;
	readonly exit: (code: number) => void;
	/** A fault of ours: the console ends with it. */
	readonly crash: (error: unknown) => void;
};
