/** A field as the line has it. */
export type Field = {
	readonly name: string;
	/** With its quotes, where it has some. */
	readonly value: string;
};
