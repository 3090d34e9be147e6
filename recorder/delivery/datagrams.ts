import {getSystemErrorMap} from 'node:util';
import {RecorderError} from '../errors.ts';
import {createDatagramSender} from './datagram-sender.ts';
import type {Delivery, OutgoingMessage} from './delivery.ts';
import {createTaken} from './taken.ts';

export type DatagramsOptions = {
	/** For people. */
	readonly name: string;
	readonly path: string;
	/** Datagrams of any size: the other side takes memory files. */
	readonly doesSpill: boolean;
	readonly print: (message: OutgoingMessage) => Uint8Array;
};

/** Messages as datagrams to a socket of this host, one by one: what fails is not overtaken by what follows. */
export function openDatagrams({name, path, doesSpill, print}: DatagramsOptions): Delivery {
	const sender = createDatagramSender(path, doesSpill);
	const taken = createTaken();
	return {
		name,
		async write(messages) {
			for (const message of taken.leaveOut(messages)) {
				const error = await sender.send(print(message));
				if (error !== 0) {
					throw new RecorderError(`${path}: ${describe(error)}`);
				}

				taken.add(message);
			}

			taken.forget();
		},
		close: sender.close,
	};
}

/** What helps against the usual ones. */
const advice: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such socket; is the logging daemon running?',
	ECONNREFUSED: 'nobody listens; is the logging daemon running?',
	EAGAIN: 'the logging daemon has taken nothing for 10 s',
	EMSGSIZE: 'the message is too large for a datagram; set a smaller "payloadBytes"',
	EPROTOTYPE: 'it is not a datagram socket, which is what is spoken here; let the daemon listen for datagrams, or use "transport": "tcp"',
};

function describe(error: number): string {
	const [code, words] = getSystemErrorMap().get(-error) ?? [`error ${error}`, ''];
	return `${code} (${advice[code] ?? words})`;
}
