import {createAsciicastParser, parseAsciicastHeader} from '../format/asciicast/parse-asciicast.ts';
import {createAsciicastConverter} from '../format/asciicast/to-messages.ts';
import type {EncodedLine} from '../format/recording/encoder.ts';
import {FormatError} from '../format/recording/format-error.ts';
import type {Line} from '../format/recording/split-lines.ts';
import type {SessionKey, Store} from '../store/store.ts';
import {createBatch} from './batch.ts';
import {hashText} from './identify.ts';
import {createLabels} from './labels.ts';
import {createReport} from './report.ts';
import type {CollectReport, ReportWriter} from './report.ts';

const namingLines = 64; // Enough to tell two casts with one header apart.

/**
Bring an asciicast into a store, as the messages of a recording on the unknown host `-`, named by a hash of its first lines.

@param store - where to.
@param lines - the cast's lines, the header first.
@param file - for places in the report.
@throws {FormatError} when the header cannot be read; {StoreError} when the store fails.
*/
export async function collectAsciicast(store: Store, lines: AsyncIterable<Line>, file: string): Promise<CollectReport> {
	const report = createReport();
	const batch = createBatch(store, report);
	const source = keepGood(lines, report);
	const head = await takeFirst(source, namingLines);
	const [first = {text: '', number: 1}] = head;
	const header = parseAsciicastHeader(first.text, {file, line: first.number});
	const key: SessionKey = {host: '-', rec: hashText(head.map(({text}) => text).join('\n'))};
	const converter = createAsciicastConverter(header, {...key, user: ''});
	const {parseEvent} = createAsciicastParser(header.version);

	async function add(encoded: readonly EncodedLine[], end?: {readonly exit: string | undefined}): Promise<void> {
		for (const {id, positionMs, at, text} of encoded) {
			await batch.add({...key, id, positionMs, at, user: '', term: header.term ?? '', auditSession: unsetSession, exit: end?.exit, isComplete: end !== undefined, text});
		}
	}

	const labels = createLabels();
	let exit: string | undefined;
	for await (const {text, number} of chain(head.slice(1), source)) {
		try {
			const event = parseEvent(text, {file, line: number});
			exit = event?.code === 'x' ? event.data : exit;
			labels.add(event);
			await add(event === undefined ? [] : converter.push(event, {file, line: number}));
		} catch (error) {
			if (!(error instanceof FormatError)) {
				throw error;
			}

			report.addRefused(error.message);
		}
	}

	await add(converter.end(), {exit});
	await batch.flush();
	await labels.store(store, key, header.startedAt ?? 0);
	return report.read();
}

const unsetSession = 4_294_967_295;

type GoodLine = {readonly text: string; readonly number: number};

async function * keepGood(lines: AsyncIterable<Line>, report: ReportWriter): AsyncGenerator<GoodLine> {
	for await (const line of lines) {
		if (line.type === 'line') {
			yield line;
		} else {
			report.addRefused(line.error.message);
		}
	}
}

async function takeFirst(lines: AsyncGenerator<GoodLine>, count: number): Promise<GoodLine[]> {
	const taken: GoodLine[] = [];
	while (taken.length < count) {
		const next = await lines.next();
		if (next.done) {
			break;
		}

		taken.push(next.value);
	}

	return taken;
}

async function * chain(head: readonly GoodLine[], rest: AsyncGenerator<GoodLine>): AsyncGenerator<GoodLine> {
	yield * head;
	yield * rest;
}

