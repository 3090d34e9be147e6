import {Buffer} from 'node:buffer';
import os from 'node:os';
import {RecorderError} from '../errors.ts';
import {printSyslog} from '../../source/format/syslog/print-syslog.ts';
import {connectStream, patienceMs, printAddress} from './connect-stream.ts';
import type {Delivery} from './delivery.ts';
import {openRelpSession} from './relp-session.ts';
import type {RelpSession} from './relp-session.ts';
import {syslogTag, tagOf} from './syslog-tag.ts';
import {createTaken} from './taken.ts';
import {numberOf} from './writer-config.ts';
import type {CollectorWriterConfig} from './writer-config.ts';

/**
RELP to a collector, or to any server that takes it: a message counts as delivered when the server has acknowledged it.

@param config - where it is.
@param limitMs - after this much silence a server that owes answers is given up.
*/
export function openCollector(config: CollectorWriterConfig, limitMs = patienceMs): Delivery {
	const name = printAddress(config);
	const taken = createTaken();
	let session: RelpSession | undefined;

	async function open(): Promise<RelpSession> {
		if (session?.isOpen()) {
			return session;
		}

		return openRelpSession(await connectStream(config, limitMs), limitMs);
	}

	return {
		name: `RELP ${name}`,
		async write(messages) {
			try {
				session = await open();
				const rest = taken.leaveOut(messages);
				await session.send(rest.map(message => Buffer.from(printSyslog({priority, at: message.at, host, tag: tagOf(message, syslogTag)}, message.text))), index => {
					for (const message of rest.slice(index, index + 1)) {
						taken.add(message);
					}
				});
			} catch (error) {
				throw error instanceof RecorderError ? error : new RecorderError(`${name}: RELP: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
			}

			taken.forget();
		},
		async close() {
			await session?.close();
		},
	};
}

const priority = numberOf({facility: 'authpriv', priority: 'info'});
const host = os.hostname();
