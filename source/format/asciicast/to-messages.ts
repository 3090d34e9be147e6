import {createEncoder} from '../recording/encode.ts';
import type {EncodedLine} from '../recording/encoder.ts';
import type {FormatLocation} from '../recording/format-error.ts';
import type {AsciicastEvent, AsciicastHeader} from './asciicast.ts';
import {toPacket} from './to-packet.ts';

/** Who the recording is said to be of: an asciicast does not tell. */
export type AsciicastOwner = {
	readonly host: string;
	readonly rec: string;
	readonly user: string;
};

export type AsciicastConverter = {
	/** Returns the lines that this event finished. */
	readonly push: (event: AsciicastEvent, location?: FormatLocation) => readonly EncodedLine[];
	readonly end: () => readonly EncodedLine[];
};

/**
Turn an asciicast into the messages of a recording. The same cast always gives the same lines.

Times stay as recorded (`idle_time_limit` is advice to players). Labels have no place in messages. Without a `timestamp` the messages carry no wall clock.

@throws {FormatError} `asciicast` from `push`, for a size that is none; the next event may be pushed.
*/
export function createAsciicastConverter(header: AsciicastHeader, owner: AsciicastOwner): AsciicastConverter {
	const encoder = createEncoder({
		header: {...owner, term: header.term ?? '', session: noAuditSession},
		startedAt: header.startedAt,
	});
	encoder.push({type: 'window', positionMs: 0, columns: header.columns, rows: header.rows}); // Alone it never fills a message.
	let exit: string | undefined;
	let lastMs = 0;
	return {
		push(event, location) {
			lastMs = event.positionMs;
			exit = event.code === 'x' ? event.data : exit;
			const packet = toPacket(event, location);
			return packet === undefined ? [] : encoder.push(packet);
		},
		end: () => encoder.end({exit, positionMs: lastMs}),
	};
}

const noAuditSession = 4_294_967_295; // What the kernel says where no audit session is.
