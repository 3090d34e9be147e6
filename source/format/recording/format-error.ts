/** Where a fault stands. `offset` counts characters of the field's value. */
export type FormatLocation = {
	readonly file?: string | undefined;
	readonly line?: number | undefined;
	readonly field?: string | undefined;
	readonly offset?: number | undefined;
};

export type FormatErrorCode =
	| 'json'
	| 'incomplete-line'
	| 'line-length'
	| 'field-missing'
	| 'field-type'
	| 'version'
	| 'session'
	| 'id'
	| 'position'
	| 'time'
	| 'timing'
	| 'text'
	| 'binary'
	| 'order-id'
	| 'order-time'
	| 'terminal'
	| 'asciicast'
	| 'relp';

/** Recorded data that is not what its format says. The message tells where, what was found and what was expected. */
export class FormatError extends Error {
	override readonly name = 'FormatError';
	readonly code: FormatErrorCode;
	readonly location: FormatLocation;

	constructor(code: FormatErrorCode, location: FormatLocation, problem: string, options?: ErrorOptions) {
		super(`${printLocation(location)}${problem}`, options);
		this.code = code;
		this.location = location;
	}
}

function printLocation({file, line, field}: FormatLocation): string {
	const place = [file, line].filter(part => part !== undefined).join(':');
	return (place ? `${place}: ` : '') + (field === undefined ? '' : `"${field}" `);
}
