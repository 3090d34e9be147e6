import {Buffer} from 'node:buffer';
import {openDatagrams} from '../../../recorder/delivery/datagrams.ts';
import {createConverter} from '../../format/audit/create-converter.ts';
import {printLocalSyslog} from '../../format/syslog/print-syslog.ts';
import type {Printer} from './choose-printer.ts';
import {readLogLines} from './read-log-lines.ts';

/** Send each document, or event that stands alone, as one message to the local syslog under aushape's name, which the rules of its users look for. */
export async function sendToSyslog(chunks: AsyncIterable<Uint8Array>, options: Printer, priority: number): Promise<void> {
	const path = '/dev/log';
	const delivery = openDatagrams({name: 'syslog /dev/log', path, doesSpill: false, print: ({text}) => Buffer.from(printLocalSyslog({priority, at: undefined, host: '', tag: 'aushape'}, text))});
	const documents: string[] = [];
	let open = '';

	/** A message needs no line feed at its end. */
	function take(text: string): string {
		open += text;
		if (!options.isOpen() && open !== '') {
			documents.push(open.replace(/\n$/v, ''));
			open = '';
		}

		return '';
	}

	const converter = createConverter({
		...options,
		printEvent: event => take(options.printEvent(event)),
		printOther: (text, reason) => take(options.printOther(text, reason)),
	});

	async function flush(): Promise<void> {
		const messages = documents.splice(0).map(text => ({...noRecording, text}));
		if (messages.length > 0) {
			await delivery.write(messages);
		}
	}

	try {
		for await (const lines of readLogLines(chunks)) {
			for (const line of lines) {
				converter.push(line);
			}

			converter.takeReady();
			await flush();
		}

		const rest = open + converter.end();
		documents.push(...(rest === '' ? [] : [rest]));
		await flush();
	} finally {
		await delivery.close();
	}
}

/** What is sent is of no recording; the syslog daemon sets the time. */
const noRecording = {recording: '', user: '', session: 0, id: 0, positionMs: 0, at: undefined, exit: undefined} as const;
