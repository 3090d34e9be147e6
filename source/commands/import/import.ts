import {collectInput} from '../../collect/collect-input.ts';
import type {CollectReport} from '../../collect/report.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreToWrite} from '../find-store.ts';
import {indexInWorker} from '../index/index-in-worker.ts';
import {parseArguments, storeFlags} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {openInput} from './open-input.ts';

const help = `
	Bring recordings into a store: tlog JSON lines, asciicast v2 and v3; plain, gzip or zstd

	Usage  $ scribery import FILE… [options]      - is standard input
	  --store A    where recordings are kept       --no-index  do not index what was stored
	  --json       one JSON object a file
	The same file may be imported again: what is stored already is counted as doubled.
	Examples
	  $ scribery import /var/log/tlog/tlog.log /var/log/tlog/tlog.log.1.gz
	  $ journalctl -o cat -t tlog | scribery import -
	  $ scribery import demo.cast --store ./case.db
	Exit  0 all stored or there already, 2 usage, 3 store, 5 lines were refused (the rest is stored).
`;

const flags = {...storeFlags, index: {type: 'boolean', default: true}} as const;

export const runImport: Command = async (argv, context) => {
	const {input: files, flags: {store: named, json, index}} = parseArguments(argv, help, flags, context);
	if (files.length === 0) {
		throw new UserError('import: no file named; `-` reads standard input');
	}

	const address = findStoreToWrite(named, context);
	const refused = await withStore(address, 'create', context, async store => {
		let count = 0;
		for (const file of files) {
			const name = file === '-' ? 'standard input' : file;
			const report = await collectInput(store, await openInput(file, context.stdin), name);
			count += report.refused;
			context.stdout.write(json ? `${JSON.stringify(toJson(file, report))}\n` : `${name}: ${toSentence(report)}\n`);
			printProblems(report, name, context);
		}

		return count;
	});

	if (index) {
		await indexInWorker(address, context);
	}

	return refused > 0 ? 5 : 0;
};

function printProblems({problems, problemCount}: CollectReport, name: string, {stderr}: Context): void {
	for (const problem of problems) {
		stderr.write(`scribery: ${problem}\n`);
	}

	if (problemCount > problems.length) {
		stderr.write(`scribery: ${name}: ${problemCount - problems.length} more problems like these\n`);
	}
}

function toJson(file: string, {recordings, messages, stored, doubled, refused, problems}: CollectReport): Readonly<Record<string, unknown>> {
	return {type: 'import', file, recordings, messages, stored, doubled, refused, problems};
}

function toSentence({recordings, messages, stored, doubled, refused}: CollectReport): string {
	return `${recordings} recordings, ${messages} messages: ${stored} new, ${doubled} doubled, ${refused} refused`;
}
