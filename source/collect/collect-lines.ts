import {FormatError} from '../format/recording/format-error.ts';
import type {Line} from '../format/recording/line-splitter.ts';
import {salvageMessage} from '../format/recording/parse-message.ts';
import type {Store} from '../store/store.ts';
import {createBatch} from './batch.ts';
import {createEventCollector} from './collect-events.ts';
import {createIdentify} from './identify.ts';
import {createReport} from './report.ts';
import type {CollectReport} from './report.ts';
import {toNewMessage} from './to-new-message.ts';

/** What a person named, and said of it: `host` is whose audit log it is, where its lines do not tell. */
export type InputName = {readonly file: string; readonly host?: string | undefined};

/**
Bring the lines of one input into a store: messages of recordings, and records of audit logs.

A line whose recording can be named is stored verbatim, even when its events are faulty: it is evidence, and the index marks it. A line that is no message is refused and told; the rest goes on.

@param store - where to.
@param lines - as `splitLines` gives them.
@param name - the file, for places in the report, and whose audit log it is.
@throws {StoreError} when the store fails; what was acknowledged before stays.
*/
export async function collectLines(store: Store, lines: AsyncIterable<Line>, name: InputName): Promise<CollectReport> {
	const {file} = name;
	const report = createReport();
	const batch = createBatch(store, report);
	const identify = createIdentify();
	const events = createEventCollector(store, report, name);

	for await (const line of lines) {
		if (line.type === 'fault') {
			report.addRefused(line.error.message);
			continue;
		}

		if (isAuditLine(line.text)) {
			await events.addLine(line.text);
			continue;
		}

		if (line.text.startsWith('{"audit":')) {
			await events.addShipped(line.text, line.number);
			continue;
		}

		try {
			const {message, fault} = salvageMessage(line.text, {file, line: line.number});
			if (fault !== undefined) {
				report.addProblem(fault.message);
			}

			await batch.add(toNewMessage(message, identify(message, line.text), line.text));
		} catch (error) {
			if (!(error instanceof FormatError)) {
				throw error;
			}

			report.addRefused(error.message);
		}
	}

	await batch.flush();
	await events.flush();
	return report.read();
}

/** No message begins like a record. */
function isAuditLine(text: string): boolean {
	return /^(?:node=\S+ +)?type=\S+ +msg=audit\(/v.test(text);
}
