import {createAushape} from '../../format/audit/aushape/create-aushape.ts';
import {createTimePrinter} from '../../format/audit/aushape/print-time.ts';
import {createConverter} from '../../format/audit/create-converter.ts';
import type {ConverterOptions} from '../../format/audit/create-converter.ts';
import type {Context} from '../context.ts';
import {writeToFile, writeToStream} from '../export/write-export.ts';
import {openInput} from '../import/open-input.ts';
import type {Conversion} from './read-conversion.ts';
import {readHostNames} from './read-host-names.ts';
import {readLogLines} from './read-log-lines.ts';
import {sendToSyslog} from './send-to-syslog.ts';

/** Convert a log as asked, and tell on stderr what of it was no record. */
export async function convertLog(name: string, conversion: Conversion, context: Context): Promise<void> {
	const shape = {
		hostNames: readHostNames(conversion.passwdFile, conversion.groupFile),
		hasText: conversion.hasText,
		printTime: createTimePrinter(instantMs => -new Date(instantMs).getTimezoneOffset()),
	};
	const chunks = await openInput(name, context.stdin);
	const others = {count: 0, firstReason: ''};
	const aushape = createAushape({...conversion, ...shape});
	const options: ConverterOptions = {
		...aushape,
		printOther(text, reason) {
			others.count++;
			others.firstReason ||= `"${text.slice(0, 60)}" ${reason}`;
			return '';
		},
	};
	await (conversion.output.type === 'syslog'
		? sendToSyslog(chunks, {...options, isOpen: aushape.isOpen}, conversion.output.priority)
		: writePieces(convertChunks(chunks, options), conversion.output.file, context));
	if (others.count > 0) {
		context.stderr.write(`scribery: audit: ${others.count} ${others.count === 1 ? 'line is' : 'lines are'} no audit record; the first: ${JSON.stringify(others.firstReason)}\n`);
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
