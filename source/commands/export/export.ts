import {logAccess} from '../../access/log-access.ts';
import {createFileNames} from '../../export/create-file-names.ts';
import {formats} from '../../export/formats.ts';
import type {FormatEntry} from '../../export/formats.ts';
import {openPlayback} from '../../playback/open-playback.ts';
import {printAddress} from '../../store/address.ts';
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
import {readJob} from './read-job.ts';
import type {Job} from './read-job.ts';
import {writeToFile, writeToStream} from './write-export.ts';

export const runExport: Command = async (argv, context) => {
	const {input: addresses, flags: given} = parseArguments(argv, exportPage, context);
	const job = readJob(given, addresses, context.stdout.isTTY);
	await withStore(findStoreAddress(given.store, context), 'read', context, async store => {
		const nameFile = createFileNames();
		for (const address of addresses) {
			await exportOne({store, address, job, nameFile}, context);
		}
	});
	return 0;
};

type Order = {
	readonly store: Store;
	readonly address: string;
	readonly job: Job;
	readonly nameFile: ReturnType<typeof createFileNames>;
};

async function exportOne({store, address, job, nameFile}: Order, context: Context): Promise<void> {
	const {session, position} = await findSession(store, address);
	const format = findFormat(job, position);
	const run = await format.load();
	const pieces = run({
		session,
		gaps: (await store.getIndexMarks(session))?.gaps ?? [],
		readMessages: () => store.readMessages(session),
		fromMs: job.fromMs,
		untilMs: job.untilMs,
		stream: job.stream,
		idleLimit: job.idle,
		openPlayback: async () => openPlayback(store, session),
		picture: {...job.picture, ...((typeof position === 'number') && {positionMs: position})},
	});
	await logAccess(store, {action: 'export', what: printAddress(session, position), detail: [job.format, job.stream, job.reason].filter(Boolean).join(' ')}, context);
	const file = job.output ?? (context.stdout.isTTY || job.json ? nameFile(session, format.extension) : '-');
	if (file === '-') {
		await writeToStream(pieces, context.stdout);
		return;
	}

	const {sizeBytes, sha256} = await writeToFile(pieces, file);
	context.stdout.write(job.json
		? `${printJson({type: 'export', address: printAddress(session, position), file, format: job.format, sizeBytes, sha256, redactions: 0, ...spanOf(job, session, position), reason: job.reason === '' ? null : job.reason})}\n`
		: `${file}\t${sizeBytes} bytes\tnothing redacted\n`);
}

function findFormat({format: name}: Job, position: number | 'end' | undefined): FormatEntry {
	const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
	if (format === undefined) {
		throw new UserError(`export: no format "${name}" (known: ${Object.keys(formats).join(', ')})`);
	}

	if (position !== undefined && name !== 'svg') {
		throw new UserError(`export: ${name} is of a stretch of the recording, chosen with --from and --to; a position behind @ goes with --format svg`);
	}

	return format;
}

/** What the file holds of the recording; a picture is of one instant. */
function spanOf({format, fromMs, untilMs}: Job, {lengthMs}: Session, position: number | 'end' | undefined): {readonly fromMs: number; readonly toMs: number} {
	if (format === 'svg') {
		const atMs = Math.min(typeof position === 'number' ? position : lengthMs, lengthMs);
		return {fromMs: atMs, toMs: atMs};
	}

	return {fromMs: Math.min(fromMs, lengthMs), toMs: Math.min(untilMs, lengthMs)};
}
