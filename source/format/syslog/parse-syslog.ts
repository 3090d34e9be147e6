/** One syslog line, taken apart. What a line does not tell, or `-`, is `undefined`. */
export type SyslogLine = {
	/** As the sender's daemon names its host. */
	readonly host: string | undefined;
	/** Name of the program, without its process number. */
	readonly tag: string | undefined;
	/** The text as it stood. */
	readonly text: string;
};

/**
Read a line as syslog daemons send and keep them: RFC 5424; RFC 3164 with or without a host, with its own time or that of RFC 3339; either of these without the number at its head, as in files.

@returns `undefined` for what begins like none of them.
*/
export function parseSyslog(line: string): SyslogLine | undefined {
	const priority = /^<\d{1,3}>/v.exec(line)?.[0];
	const rest = line.slice(priority?.length ?? 0);
	if (priority !== undefined && rest.startsWith('1 ')) {
		return parseModern(rest);
	}

	const time = findTime(rest);
	return priority === undefined && time === '' ? undefined : parseOld(rest.slice(time.length));
}

/** RFC 5424, 6: version, time, host, program, process, kind of message, structured data. */
function parseModern(rest: string): SyslogLine | undefined {
	const head = /^1 \S+ (?<host>\S+) (?<tag>\S+) \S+ \S+ /v.exec(rest);
	if (head?.groups === undefined) {
		return undefined;
	}

	const {host = '-', tag = '-'} = head.groups;
	const data = findData(rest, head[0].length);
	return data === undefined ? undefined : {host: nilled(host), tag: nilled(tag), text: rest.slice(data).replace(/^ ?\u{FEFF}?/v, '')};
}

function nilled(value: string): string | undefined {
	return value === '-' ? undefined : value;
}

/** The offset behind the structured data: `-`, or elements in brackets in whose quoted values a bracket may stand. */
function findData(rest: string, start: number): number | undefined {
	if (rest[start] === '-') {
		return start + 1;
	}

	const elements = /(?:\[(?:[^"\\\]]|"(?:[^"\\]|\\.)*")*\])+/vy;
	elements.lastIndex = start;
	return elements.test(rest) ? elements.lastIndex : undefined;
}

/** With its blank: `Nov 23 20:29:03 `, `2026-11-23T20:29:03.123+01:00 `; empty when there is none. */
function findTime(rest: string): string {
	return /^(?:[A-Z][a-z]{2} [\d ]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})?:? |\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S{0,20} )/v.exec(rest)?.[0] ?? '';
}

/** Host and program, or the program alone, as the C library writes it to a host's own daemon. */
function parseOld(rest: string): SyslogLine {
	const local = findTag(rest);
	if (local !== undefined) {
		return {host: undefined, ...local};
	}

	const host = /^(?<host>[^\s\{]+) /v.exec(rest);
	if (host?.groups === undefined) {
		return {host: undefined, tag: undefined, text: rest};
	}

	const behind = rest.slice(host[0].length);
	return {host: host.groups.host, ...findTag(behind) ?? findBareTag(behind) ?? {tag: undefined, text: behind}};
}

function findTag(rest: string): Pick<SyslogLine, 'tag' | 'text'> | undefined {
	const found = /^(?<tag>[^\s:\[\{]{1,64})(?:\[[^\s\]]{0,32}\])?:(?: |$|(?=\{))/v.exec(rest);
	return found === null ? undefined : {tag: found.groups?.tag, text: rest.slice(found[0].length)};
}

/** What came in the format of RFC 5424 and leaves in the old one has no colon. */
function findBareTag(rest: string): Pick<SyslogLine, 'tag' | 'text'> | undefined {
	const found = /^(?<tag>[^\s:\[\{]{1,64}) /v.exec(rest);
	return found === null ? undefined : {tag: found.groups?.tag, text: rest.slice(found[0].length)};
}
