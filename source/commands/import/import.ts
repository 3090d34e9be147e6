import process from 'node:process';
import {collectInput} from '../../collect/collect-input.ts';
import type {CollectReport} from '../../collect/report.ts';
import {FormatError} from '../../format/recording/format-error.ts';
import type {Store} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreToWrite} from '../find-store.ts';
import {indexInWorker} from '../index/index-in-worker.ts';
import {parseArguments} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {importPage} from './import-page.ts';
import {openInput} from './open-input.ts';
import {tellReport} from './tell-report.ts';

const interruptedCode = 130; // As shells say that Ctrl-C ended a command.

export const runImport: Command = async (argv, context) => {
	const {input: files, flags: {store: named, json, index, host}} = parseArguments(argv, importPage, context);
	if (files.length === 0) {
		throw new UserError('import: no file named; `-` reads standard input');
	}

	const address = findStoreToWrite(named, context);
	const interrupt = new AbortController();
	const onInterrupt = (): void => {
		interrupt.abort();
	};

	process.on('SIGINT', onInterrupt);
	let worst = 0;
	try {
		await withStore(address, 'create', context, async store => {
			for (const file of files) {
				const result = await importFile(store, file, {context, host, signal: interrupt.signal});
				if (result !== undefined) {
					tellReport(result.report, {file, isJson: json, isRead: result.isRead}, context);
					worst = Math.max(worst, result.exitCode);
				}

				if (interrupt.signal.aborted) {
					return;
				}
			}
		});
	} finally {
		process.off('SIGINT', onInterrupt);
	}

	if (interrupt.signal.aborted) {
		return interruptedCode;
	}

	if (index) {
		await indexInWorker(address, context);
	}

	return worst;
};

type Result = {
	readonly report: CollectReport;
	readonly exitCode: number;
	/** False when nothing of the file could be understood. */
	readonly isRead: boolean;
};

/** One file's failure is its own: the files after it are imported all the same. `undefined` when interrupted before anything came. */
async function importFile(store: Store, file: string, {context, host, signal}: {readonly context: Context; readonly host: string | undefined; readonly signal: AbortSignal}): Promise<Result | undefined> {
	try {
		const report = await collectInput(store, await openInput(file, context.stdin, signal), {file: nameInput(file), host});
		return {report, exitCode: report.refused > 0 ? 5 : 0, isRead: true};
	} catch (error) {
		if (signal.aborted) {
			return undefined;
		}

		if (error instanceof UserError) {
			return {report: reportFailure(error, 0), exitCode: 2, isRead: false};
		}

		if (error instanceof FormatError) {
			return {report: reportFailure(error, 1), exitCode: 5, isRead: false};
		}

		throw error;
	}
}

function nameInput(file: string): string {
	return file === '-' ? 'standard input' : file;
}

function reportFailure({message}: Error, refused: number): CollectReport {
	return {recordings: 0, messages: 0, events: 0, stored: 0, doubled: 0, refused, problems: [message], problemCount: 1};
}
