import path from 'node:path';
import type {ExportRequest} from '../../console/jobs/job.ts';
import {formatBytes} from '../../console/text/format-size.ts';
import type {Watch} from '../../console/work.ts';
import {createFileNames} from '../../export/create-file-names.ts';
import {formats} from '../../export/formats.ts';
import {openPlayback} from '../../playback/open-playback.ts';
import type {Label} from '../../export/export-source.ts';
import type {Note} from '../../store/note.ts';
import type {Session, Store} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import {findSession} from '../find-session.ts';
import {writeToFile} from './write-export.ts';

/** Write recordings as files for the console; several go into a folder. Half a file does not stay. The answer tells in words what was written. */
export async function exportRecordings(store: Store, request: ExportRequest, watch: Watch): Promise<string> {
	const found = await Promise.all(request.addresses.map(async address => findSession(store, address)));
	const messages = found.reduce((sum, {session}) => sum + session.messages, 0);
	const total = found.length;
	const nameFile = createFileNames();
	const files: string[] = [];
	let sizeBytes = 0;
	let read = 0;
	const onMessage = (): void => {
		watch.signal.throwIfAborted();
		read++;
		watch.onProgress({done: files.length, total, unit: total === 1 ? 'recording' : 'recordings', share: Math.min(1, read / messages), bytesDone: 0});
	};

	for (const {session, position} of found) {
		const file = total === 1 ? request.file : path.join(request.file, path.basename(nameFile(session, formatOf(request).extension)));
		const written = await writeToFile(await openPieces(store, {session, position, request, onMessage}), file);
		files.push(file);
		sizeBytes += written.sizeBytes;
	}

	return `Wrote ${total === 1 ? files[0] ?? '' : `${total} files into ${request.file}`}, ${formatBytes(sizeBytes)}.`;
}

type Piece = {
	readonly session: Session;
	readonly position: number | 'end' | undefined;
	readonly request: ExportRequest;
	readonly onMessage: () => void;
};

async function openPieces(store: Store, {session, position, request, onMessage}: Piece): Promise<AsyncIterable<string | Uint8Array>> {
	const run = await formatOf(request).load();
	const gaps = request.hasGaps ? (await store.getIndexMarks(session))?.gaps ?? [] : [];
	return run({
		session,
		gaps,
		async * readMessages() {
			for await (const message of store.readMessages(session)) {
				onMessage();
				yield message;
			}
		},
		fromMs: request.fromMs,
		untilMs: request.untilMs,
		stream: undefined,
		idleLimit: request.idleLimit,
		labels: request.hasBookmarks ? listBookmarks(await store.listNotes(session)) : [],
		openPlayback: async () => openPlayback(store, session),
		picture: typeof position === 'number' ? {positionMs: position} : {},
	});
}

/** Bookmarks that were not taken back, the words of the last one at each position. */
function listBookmarks(notes: readonly Note[]): readonly Label[] {
	const standing = new Map<number, string>();
	for (const {kind, positionMs = 0, text} of notes) {
		if (kind === 'bookmark') {
			standing.set(positionMs, text);
		} else if (kind === 'unbookmark') {
			standing.delete(positionMs);
		}
	}

	return standing.entries().map(([positionMs, text]) => ({positionMs, text: text === '' ? 'bookmark' : text})).toArray();
}

function formatOf({format}: ExportRequest) {
	const found = Object.hasOwn(formats, format) ? formats[format] : undefined;
	if (found === undefined) {
		throw new UserError(`no format "${format}" (known: ${Object.keys(formats).join(', ')})`);
	}

	return found;
}
