import {FormatError} from '../format/recording/format-error.ts';
import type {Line} from '../format/recording/line-splitter.ts';
import {salvageMessage} from '../format/recording/parse-message.ts';
import type {Store} from '../store/store.ts';
import {createBatch} from './batch.ts';
import {createIdentify} from './identify.ts';
import {createReport} from './report.ts';
import type {CollectReport} from './report.ts';
import {toNewMessage} from './to-new-message.ts';

/**
Bring the lines of one input into a store.

A line whose recording can be named is stored verbatim, even when its events are faulty: it is evidence, and the index marks it. A line that is no message is refused and told; the rest goes on.

@param store - where to.
@param lines - as `splitLines` gives them.
@param file - for places in the report.
@throws {StoreError} when the store fails; what was acknowledged before stays.
*/
export async function collectLines(store: Store, lines: AsyncIterable<Line>, file: string): Promise<CollectReport> {
	const report = createReport();
	const batch = createBatch(store, report);
	const identify = createIdentify();

	for await (const line of lines) {
		if (line.type === 'fault') {
			report.addRefused(line.error.message);
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
	return report.read();
}
