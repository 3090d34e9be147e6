import {crc32} from 'node:zlib';
import {createFrameReader} from '../../source/format/frames/frame-reader.ts';
import {headBytes, largestPayloadBytes} from '../../source/format/frames/layout.ts';
import {readSessionStart} from '../../source/format/frames/session-start.ts';
import type {SessionStart} from '../../source/format/frames/session-start.ts';
import {locateSegment} from '../spool/spool-file.ts';
import {readPart} from '../spool/read-part.ts';
import type {Begun, TranscriptSettings} from './begun.ts';
import type {Followed} from './followed.ts';
import {printLogin} from './print-login.ts';

/** Names that only the host knows. */
export type Names = {
	readonly findHost: (name: string) => string;
	/** Of the user with this id; the id itself when nobody knows it. */
	readonly findUser: (userId: number) => Promise<string>;
};

const unsetSession = 4_294_967_295;

/**
Settle what all messages of a recording have in common, by its first start frame.

@returns Undefined when that frame is not there yet. Where it is lost, only what the file's place tells.
*/
export async function settleBegun(followed: Followed, spool: string, {settings, names}: {readonly settings: TranscriptSettings; readonly names: Names}): Promise<Begun | undefined> {
	const found = [...followed.segments].toSorted((a, b) => a - b).values().map(segment => readStart(locateSegment(spool, {...followed, segment}))).find(each => each !== undefined);
	if (found === undefined && !followed.isDead) {
		return undefined;
	}

	const {start, atUs} = found ?? {start: undefined, atUs: 0};
	return {
		header: {
			host: names.findHost(start?.host ?? ''),
			rec: followed.recording,
			user: await names.findUser(followed.userId),
			term: start?.term ?? '',
			session: start === undefined || start.session <= 0 ? unsetSession : start.session,
		},
		startedAt: start?.at,
		startUs: atUs,
		isInputRecorded: start?.isInputRecorded ?? true,
		login: printLogin(start, followed.userId),
		settings,
	};
}

const buffer = new Uint8Array(headBytes + largestPayloadBytes);

function readStart(file: string): {readonly start: SessionStart; readonly atUs: number} | undefined {
	const length = readPart(file, 0, buffer) ?? 0;
	const [first] = createFrameReader(undefined, crc32).push(buffer.subarray(0, length));
	if (first?.type !== 'frame' || first.frame.type !== 'start') {
		return undefined;
	}

	const start = readSessionStart(first.frame);
	return start === undefined ? undefined : {start, atUs: first.atUs};
}
