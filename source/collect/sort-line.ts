import {parseShipped} from '../format/audit/shipped/parse-shipped.ts';
import {FormatError} from '../format/recording/format-error.ts';
import {parseJsonObject} from '../format/recording/parse-json.ts';
import {parseMessageHead} from '../format/recording/parse-message.ts';
import {decodeValidUtf8} from '../format/recording/utf8.ts';
import {parseSyslog} from '../format/syslog/parse-syslog.ts';
import type {NewEvent, NewMessage} from '../store/store.ts';
import {createIdentify} from './identify.ts';
import {takeShipped} from './take-shipped.ts';
import {toNewMessage} from './to-new-message.ts';

/** What a line is, once what carried it is taken off. */
export type Sorted =
	| {readonly type: 'message'; readonly message: NewMessage}
	| {readonly type: 'event'; readonly event: NewEvent}
	/** `reason` is for people, and may quote the line. */
	| {readonly type: 'refused'; readonly reason: string};

export type SortLine = (bytes: Uint8Array) => Sorted;

/**
Make the function that tells what a line is. It remembers which recordings without a name it has seen.

A message whose events are faulty is one to store: it is evidence, and the index marks it.
*/
export function createSorter(): SortLine {
	const identify = createIdentify();

	function sortText(line: string): Sorted {
		const text = takeSyslogOff(line);
		const object = parseJsonObject(text, {});
		if (object.audit !== undefined) {
			const shipped = parseShipped(object);
			return 'fault' in shipped ? {type: 'refused', reason: `a shipped audit event cannot be read: ${shipped.fault}`} : {type: 'event', event: takeShipped(shipped)};
		}

		const head = parseMessageHead(object);
		return {type: 'message', message: toNewMessage(head, identify(head, text), text)};
	}

	return bytes => {
		try {
			return sortText(decode(bytes));
		} catch (error) {
			if (error instanceof FormatError) {
				return {type: 'refused', reason: error.message};
			}

			throw error;
		}
	};
}

function decode(bytes: Uint8Array): string {
	try {
		return decodeValidUtf8(bytes);
	} catch (error) {
		throw new FormatError('text', {}, 'the line holds bytes that are not UTF-8', {cause: error});
	}
}

/** Daemons put a blank before the text; a line feed is the end of a line, not part of it. */
function takeSyslogOff(line: string): string {
	const text = line.startsWith('{') ? line : (parseSyslog(line)?.text ?? line).trimStart();
	return text.endsWith('\n') ? text.slice(0, -1) : text;
}
