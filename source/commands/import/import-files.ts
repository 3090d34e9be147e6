import {collectInput} from '../../collect/collect-input.ts';
import type {CollectReport} from '../../collect/report.ts';
import type {RecordingFile} from '../../console/jobs/job.ts';
import type {Watch} from '../../console/work.ts';
import {FormatError} from '../../format/recording/format-error.ts';
import type {Store} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import {openFileInput} from './open-input.ts';

/**
Bring files into a store, told in progress. One file's failure is its own: the files after it are imported all the same.

@returns What became of them, in words; with the first problem, where there was one.
@throws {StoreError} when the store fails; {UserError} when no file could be read. With the signal's reason when it is aborted: what was stored by then stays.
*/
export async function importFiles(store: Store, files: readonly RecordingFile[], {signal, onProgress}: Watch): Promise<string> {
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	const reports: CollectReport[] = [];
	let bytesDone = 0;
	const onRead = (read: number): void => {
		bytesDone += read;
		onProgress({done: reports.length, total: files.length, unit: files.length === 1 ? 'file' : 'files', share: bytes === 0 ? 1 : Math.min(1, bytesDone / bytes), bytesDone});
	};

	for (const {file} of files) {
		reports.push(await importFile(store, file, {signal, onRead}));
		signal.throwIfAborted();
	}

	return describeReports(reports);
}

async function importFile(store: Store, file: string, options: Parameters<typeof openFileInput>[1]): Promise<CollectReport> {
	try {
		return await collectInput(store, await openFileInput(file, options), {file});
	} catch (error) {
		options.signal.throwIfAborted();
		if (error instanceof UserError || error instanceof FormatError) {
			return {recordings: 0, messages: 0, events: 0, stored: 0, doubled: 0, refused: 1, problems: [error.message], problemCount: 1};
		}

		throw error;
	}
}

function describeReports(reports: readonly CollectReport[]): string {
	const sum = (name: 'messages' | 'events' | 'stored' | 'doubled' | 'refused'): number => reports.reduce((total, report) => total + report[name], 0);
	const problem = reports.flatMap(({problems}) => problems)[0];
	if (sum('messages') + sum('events') === 0 && problem !== undefined) {
		throw new UserError(problem);
	}

	const count = reports.length === 1 ? '' : `${reports.length} files, `;
	const events = sum('events') === 0 ? '' : `, ${sum('events')} audit events`;
	const told = `Imported ${count}${sum('messages')} messages${events}: ${sum('stored')} new, ${sum('doubled')} doubled, ${sum('refused')} refused.`;
	return problem === undefined ? told : `${told} First problem: ${problem}`;
}
