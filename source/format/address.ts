/** Names a recording, and perhaps an instant of it: `HOST/REC[@POSITION]`. */
export type Address = {
	/** `undefined` when only a recording id was written. */
	readonly host: string | undefined;
	readonly rec: string;
	/** What stands behind `@`: a position, or `end`. */
	readonly position: string | undefined;
};

/** The address of a recording; the host is percent-encoded, so that an address never has a second slash or a blank. */
export function writeAddress({host, rec}: {readonly host: string; readonly rec: string}): string {
	return `${encodeURIComponent(host)}/${encodeURIComponent(rec)}`;
}

/** Take an address apart; `undefined` when there is no recording id in it. */
export function parseAddress(text: string): Address | undefined {
	const at = text.lastIndexOf('@');
	const name = at === -1 ? text : text.slice(0, at);
	const slash = name.indexOf('/');
	const host = decode(slash === -1 ? undefined : name.slice(0, slash));
	const rec = decode(name.slice(slash + 1));
	if (rec === undefined || rec === '' || host === '' || (slash !== -1 && host === undefined)) {
		return undefined;
	}

	return {host, rec, position: at === -1 ? undefined : text.slice(at + 1)};
}

function decode(text: string | undefined): string | undefined {
	try {
		return text === undefined ? undefined : decodeURIComponent(text);
	} catch {
		// `%` without two hex digits: written by a person, not by us.
		return text;
	}
}
