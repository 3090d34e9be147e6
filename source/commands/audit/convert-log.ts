import {createConverter} from '../../format/audit/create-converter.ts';
import type {ConverterOptions} from '../../format/audit/create-converter.ts';
import type {Context} from '../context.ts';
import {writeToFile, writeToStream} from '../export/write-export.ts';
import {openInput} from '../import/open-input.ts';
import {choosePrinter} from './choose-printer.ts';
import type {Conversion} from './read-conversion.ts';
import {readLogLines} from './read-log-lines.ts';
import {sendToSyslog} from './send-to-syslog.ts';

/** Convert a log as asked, and tell on stderr what of it was no record. */
export async function convertLog(name: string, conversion: Conversion, context: Context): Promise<void> {
	const others = {count: 0, firstReason: ''};
	const printer = choosePrinter(conversion, (text, reason) => {
		others.count++;
		others.firstReason ||= `"${text.slice(0, 60)}" ${reason}`;
	});
	const chunks = await openInput(name, context.stdin);
	await (conversion.output.type === 'syslog'
		? sendToSyslog(chunks, printer, conversion.output.priority)
		: writePieces(convertChunks(chunks, printer), conversion.output.file, context));
	if (others.count > 0) {
		context.stderr.write(`scribery: audit: ${others.count} ${others.count === 1 ? 'line is' : 'lines are'} no audit record (--format ndjson keeps them); the first: ${JSON.stringify(others.firstReason)}\n`);
	}
}

async function writePieces(pieces: AsyncIterable<string>, file: string, {stdout}: Context): Promise<void> {
	await (file === '-' ? writeToStream(pieces, stdout) : writeToFile(pieces, file));
}

async function * convertChunks(chunks: AsyncIterable<Uint8Array>, options: ConverterOptions): AsyncGenerator<string> {
	const converter = createConverter(options);
	for await (const lines of readLogLines(chunks)) {
		let text = '';
		for (const line of lines) {
			text += converter.push(line);
		}

		text += converter.takeReady();
		if (text !== '') {
			yield text;
		}
	}

	yield converter.end();
}
