import {RecorderError} from '../errors.ts';
import type {EncoderState, PendingCharacter, WindowSize} from '../../source/format/recording/encoder.ts';
import type {RecordingHeader} from '../../source/format/recording/message.ts';
import type {Limit, LimiterState} from '../message/limiter.ts';
import type {PromptState} from '../message/secret-prompt.ts';
import type {AuditPlace} from './audit-cursor.ts';
import type {Begun, TranscriptSettings} from './begun.ts';
import type {Checkpoint, EchoState, Place} from './checkpoint.ts';
import {readFlag, readBytes, readList, readNumber, readObject, readOptional, readRecord, readShape, readText, readWord} from './fields.ts';
import type {Read} from './fields.ts';
import type {AgentState, Cut, JournalEntry, RecordingState} from './state.ts';

/**
Read what `printState` has written.

@throws {RecorderError} when it is not of this version or is damaged.
*/
export function parseState(text: string, file: string): AgentState {
	const {version, ...state} = readObject(parseJson(text, file), file);
	if (version !== 1) {
		throw new RecorderError(`${file}: version is ${JSON.stringify(version)}, expected 1`);
	}

	return readState(state, file);
}

/** Read the journal; a last line that was torn had no effect yet. */
export function parseJournal(text: string, file: string): JournalEntry[] {
	return text.split('\n').slice(0, -1).map((line, index) => {
		const place = `${file}:${index + 1}`;
		const found = readObject(parseJson(line, place), place);
		const recording = readText(found.recording, `${place}.recording`);
		return found.cut === undefined ? {recording, begun: readBegun(found.begun, `${place}.begun`)} : {recording, cut: readCut(found.cut, `${place}.cut`)};
	});
}

function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new RecorderError(`${place}: this is no JSON: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

const readWindow: Read<WindowSize> = readShape({columns: readNumber, rows: readNumber});
const readPending: Read<PendingCharacter> = readShape({bytes: readBytes, positionMs: readNumber});
const readEncoder: Read<EncoderState> = readShape<EncoderState>({
	nextId: readNumber,
	lastMs: readNumber,
	writtenMs: readNumber,
	window: readOptional(readWindow),
	pending: readShape({input: readPending, output: readPending}),
	takenBytes: readNumber,
});
const readPlace: Read<Place> = readShape<Place>({segment: readNumber, offset: readNumber, number: readOptional(readNumber), seed: readOptional(readNumber)});
const readEcho: Read<EchoState> = readShape({isEchoed: readFlag, isLineMode: readFlag});
const readPrompt: Read<PromptState> = readShape({tail: readBytes, isAnswering: readFlag});
const readLimiter: Read<LimiterState> = readShape({filledBytes: readNumber, drainedAtMs: readNumber});
const readCheckpoint: Read<Checkpoint> = readShape<Checkpoint>({
	place: readPlace,
	originUs: readOptional(readNumber),
	encoder: readOptional(readEncoder),
	echo: readEcho,
	isSecretOpen: readFlag,
	prompt: readOptional(readPrompt),
	limiter: readOptional(readLimiter),
	isEnded: readFlag,
});
const readHeader: Read<RecordingHeader> = readShape<RecordingHeader>({host: readText, rec: readOptional(readText), user: readText, term: readText, session: readNumber});
const readLimit: Read<Limit> = readShape<Limit>({action: readWord(['pass', 'delay', 'drop']), bytesPerSecond: readNumber, burstBytes: readNumber});
const readSettings: Read<TranscriptSettings> = readShape({latencyMs: readNumber, payloadBytes: readNumber, masksSecrets: readFlag, limit: readLimit});
const readBegun: Read<Begun> = readShape<Begun>({
	header: readHeader,
	startedAt: readOptional(readNumber),
	startUs: readNumber,
	isInputRecorded: readFlag,
	login: readText,
	settings: readSettings,
});
const readNumbers = readList(readNumber);
const readState: Read<AgentState> = readShape<AgentState>({
	marks: readRecord(readText),
	recordings: readList<RecordingState>(readShape<RecordingState>({recording: readText, begun: readBegun, cuts: readList(readCut), cursors: readRecord(readCheckpoint)})),
	audit: readOptional(readRecord(readShape<AuditPlace>({segment: readNumber, offset: readNumber, number: readNumber}))),
});

function readCut(value: unknown, place: string): Cut {
	const [segment = 0, offset = 0] = readNumbers(value, place);
	return [segment, offset];
}
