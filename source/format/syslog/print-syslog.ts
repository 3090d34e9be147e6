/** What the head of one syslog line tells. */
export type SyslogHead = {
	/** 8 × facility + severity. */
	readonly priority: number;
	/** Epoch milliseconds. */
	readonly at: number | undefined;
	readonly host: string;
	/** Name of the program. */
	readonly tag: string;
};

/**
One line as RFC 5424 has it, for another host.

No byte order mark stands before the text, although 6.4 asks for one: readers of JSON refuse it.
*/
export function printSyslog({priority, at, host, tag}: SyslogHead, text: string): string {
	return `<${priority}>1 ${at === undefined || at < 0 || at > lastAt ? '-' : new Date(at).toISOString()} ${printName(host, longestHost)} ${printName(tag, longestTag)} - - - ${text}`;
}

/** One line as the C library's `syslog` writes it to the local socket (RFC 3164 without a host), in the time zone of this host. Without a time the daemon takes its own. */
export function printLocalSyslog({priority, at, tag}: SyslogHead, text: string): string {
	return `<${priority}>${at === undefined ? '' : `${printTime(at)} `}${tag}: ${text}`;
}

function printTime(at: number): string {
	const date = new Date(at);
	const day = `${months[date.getMonth()]} ${String(date.getDate()).padStart(2)}`;
	const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(part => String(part).padStart(2, '0')).join(':');
	return `${day} ${time}`;
}

/** A year has four digits. */
const lastAt = Date.UTC(9999, 11, 31);

/** RFC 5424, 6. */
const longestHost = 255;
const longestTag = 48;

/** Printable ASCII without blanks, `-` when nothing is left of it. */
function printName(name: string, most: number): string {
	return name.replaceAll(/[^\u{21}-\u{7E}]/gv, '').slice(0, most) || '-';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
