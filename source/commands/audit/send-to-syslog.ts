import {Buffer} from 'node:buffer';
import {openDatagrams} from '../../../recorder/delivery/datagrams.ts';
import {createConverter} from '../../format/audit/create-converter.ts';
import type {ConverterOptions} from '../../format/audit/create-converter.ts';
import {printLocalSyslog} from '../../format/syslog/print-syslog.ts';
import {readLogLines} from './read-log-lines.ts';

export type SyslogOptions = ConverterOptions & {
	/** A document has begun and not ended. */
	readonly isOpen: () => boolean;
};

/** Send each document, or event that stands alone, as one message to the local syslog under aushape's name, which the rules of its users look for. */
export async function sendToSyslog(chunks: AsyncIterable<Uint8Array>, options: SyslogOptions, priority: number): Promise<void> {
	const path = '/dev/log';
	const delivery = openDatagrams({name: 'syslog /dev/log', path, doesSpill: false, print: ({text}) => Buffer.from(printLocalSyslog({priority, at: undefined, host: '', tag: 'aushape'}, text))});
	const documents: string[] = [];
	let open = '';
	const converter = createConverter({
		...options,
		printEvent(event) {
			open += options.printEvent(event);
			if (!options.isOpen() && open !== '') {
				documents.push(open);
				open = '';
			}

			return '';
		},
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
