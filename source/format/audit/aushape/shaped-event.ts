/** An event as aushape lays it out, before it is JSON or XML. */
export type ShapedEvent = {
	readonly serial: string;
	/** With the offset of the zone, `2015-12-13T09:46:40.123+00:00`. */
	readonly time: string;
	readonly node: string | undefined;
	/** Why the records could not be brought together; then there are none. */
	readonly error: string | undefined;
	/** The lines, where they are wanted. */
	readonly text: readonly string[] | undefined;
	/** The records stand in the output, be there none. */
	readonly hasData: boolean;
	/** What was left out for the event's size; `undefined` where nothing was. aushape says only that something was: an empty list. */
	readonly trimmed: readonly TrimMark[] | undefined;
	readonly records: readonly ShapedRecord[];
};

/** What of a list or a record is no longer there. */
export type TrimMark = {
	/** JSONPath of what was cut. */
	readonly path: string;
	/** How many of its parts are there, from the first. */
	readonly kept: number;
	/** How many there were: lines, records, items or arguments; characters of a value. */
	readonly of: number;
};

export type ShapedRecord =
	| {readonly type: 'fields'; readonly name: string; readonly fields: readonly ShapedField[]}
	| {readonly type: 'arguments'; readonly name: string; readonly values: readonly string[]}
	| {readonly type: 'items'; readonly name: string; readonly items: ReadonlyArray<readonly ShapedField[]>};

export type ShapedField = {
	readonly name: string;
	/** What the value means; several where one field of the log held several. */
	readonly texts: readonly string[];
	/** The value of the log, where it says more. */
	readonly raw: string | undefined;
};
