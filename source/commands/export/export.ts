import {logAccess} from '../../access/log-access.ts';
import type {ExportSource} from '../../export/export-source.ts';
import {parsePosition, printAddress} from '../../store/address.ts';
import type {Session, Store} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findSession} from '../find-session.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {printJson} from '../print-json.ts';
import {withStore} from '../with-store.ts';
import {exportPage} from './export-page.ts';
import {formats} from './formats.ts';
import type {FormatEntry} from './formats.ts';
import {writeToFile, writeToStream} from './write-export.ts';

export const runExport: Command = async (argv, context) => {
	const {input: addresses, flags: given} = parseArguments(argv, exportPage, context);
	const format = Object.hasOwn(formats, given.format) ? formats[given.format] : undefined;
	if (format === undefined) {
		throw new UserError(`export: no format "${given.format}" (known: ${Object.keys(formats).join(', ')})`);
	}

	if (addresses.length === 0) {
		throw new UserError('export: no recording named, expected HOST/REC');
	}

	if (given.output === '-' && context.stdout.isTTY && given.format !== 'text') {
		throw new UserError(`export: ${given.format} holds recorded bytes, which could take over this terminal: send them into a pipe or a file`);
	}

	if (given.stream === 'input' && given.format === 'text') {
		throw new UserError('export: text is what the terminal showed; typed input goes with --format raw, jsonl or asciicast');
	}

	if (addresses.length > 1 && given.output !== undefined) {
		throw new UserError(`export: ${addresses.length} recordings cannot go into one file: leave out -o`);
	}

	const job = {...given, stream: exportPage.options.stream.values.find(stream => stream === given.stream), fromMs: readTime(given.from, 0), untilMs: readTime(given.to, Infinity)};
	await withStore(findStoreAddress(given.store, context), 'read', context, async store => {
		for (const address of addresses) {
			await exportOne({store, address, job, format}, context);
		}
	});
	return 0;
};

type Job = Pick<ExportSource, 'stream' | 'fromMs' | 'untilMs'> & {
	readonly format: string;
	readonly output: string | undefined;
	readonly reason: string;
	readonly idle: number | undefined;
	readonly json: boolean;
};

async function exportOne({store, address, job, format}: {readonly store: Store; readonly address: string; readonly job: Job; readonly format: FormatEntry}, context: Context): Promise<void> {
	const {session} = await findSession(store, address);
	const run = await format.load();
	const pieces = run({
		session,
		gaps: (await store.getIndexMarks(session))?.gaps ?? [],
		readMessages: () => store.readMessages(session),
		fromMs: job.fromMs,
		untilMs: job.untilMs,
		stream: job.stream,
		idleLimit: job.idle,
	});
	await logAccess(store, {action: 'export', what: printAddress(session), detail: [job.format, job.stream, job.reason].filter(Boolean).join(' ')}, context);
	const file = job.output ?? (context.stdout.isTTY || job.json ? fileNameOf(session, format.extension) : '-');
	if (file === '-') {
		await writeToStream(pieces, context.stdout);
		return;
	}

	const {sizeBytes, sha256} = await writeToFile(pieces, file);
	context.stdout.write(job.json
		? `${printJson({type: 'export', address: printAddress(session), file, format: job.format, sizeBytes, sha256, redactions: 0, fromMs: Math.min(job.fromMs, session.lengthMs), toMs: Math.min(job.untilMs, session.lengthMs), reason: job.reason === '' ? null : job.reason})}\n`
		: `${file}\t${sizeBytes} bytes\tnothing redacted\n`);
}

function readTime(text: string | undefined, missing: number): number {
	if (text === undefined) {
		return missing;
	}

	const position = parsePosition(text);
	return position === 'end' ? Infinity : position;
}

function fileNameOf({host, rec}: Session, extension: string): string {
	return `./${`${host}-${rec}`.replaceAll(/[^\w\-.]/gv, '_')}.${extension}`;
}
