import {exportRaw} from '../../export/export-raw.ts';
import {followMessages, followWithPauses} from '../../playback/follow-messages.ts';
import {openPlayback} from '../../playback/open-playback.ts';
import {readTranscript} from '../../playback/read-transcript.ts';
import type {TranscriptLine} from '../../playback/read-transcript.ts';
import type {Session, Store, StoredMessage} from '../../store/store.ts';
import type {Context} from '../context.ts';
import {writeToStream} from '../export/write-export.ts';
import {printJson} from '../print-json.ts';

type Transcript = AsyncIterable<TranscriptLine>;

export type OutputRequest = {
	readonly store: Store;
	readonly session: Session;
	/** Where to begin. */
	readonly positionMs: number;
	readonly isRaw: boolean;
	readonly isJson: boolean;
	readonly isFollowing: boolean;
};

/** What `play` writes into a pipe: lines as the terminal showed them, or with `--raw` the recorded bytes. */
export async function writeOutput(request: OutputRequest, {stdout}: Context): Promise<void> {
	const {store, session, positionMs, isRaw, isFollowing} = request;
	const readMessages = (): AsyncIterable<StoredMessage> => isFollowing ? followMessages(store, session) : store.readMessages(session);
	const readLines = (): Transcript => readTranscript(isFollowing ? followWithPauses(store, session) : store.readMessages(session));
	await writeToStream(isRaw
		? exportRaw({session, gaps: [], readMessages, fromMs: positionMs, untilMs: Infinity, stream: 'output', idleLimit: undefined, openPlayback: async () => openPlayback(store, session)})
		: printLines(readLines(), request), stdout);
}

async function * printLines(lines: Transcript, {positionMs, isJson}: OutputRequest): AsyncGenerator<string> {
	for await (const line of lines) {
		if (line.positionMs >= positionMs) {
			yield isJson ? `${printJson({type: 'output', positionMs: line.positionMs, text: line.text})}\n` : `${line.text}\n`;
		}
	}
}
