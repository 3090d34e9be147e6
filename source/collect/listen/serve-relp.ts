import {Buffer} from 'node:buffer';
import type {Socket} from 'node:net';
import {FormatError} from '../../format/recording/format-error.ts';
import {printRelp} from '../../format/relp/print-relp.ts';
import {printRelpOffers} from '../../format/relp/print-relp-offers.ts';
import {printRelpResponse} from '../../format/relp/print-relp-response.ts';
import type {RelpFrame} from '../../format/relp/relp-frame.ts';
import {createRelpReader} from '../../format/relp/relp-reader.ts';
import {feedSocket} from './feed-socket.ts';
import type {Serving} from './serving.ts';

/** Speak RELP with one sender: a line is answered once it is settled. */
export function serveRelp(socket: Socket, {intake, sender, lineBytes, onFault}: Serving): void {
	const frames = createRelpReader(lineBytes);
	let isOpen = false;
	let due = 0;
	let closing: number | undefined;
	let isEnding = false;
	let answers: Uint8Array[] = [];

	/** All answers of one commit leave together. */
	function answer(bytes: Uint8Array): void {
		if (answers.length === 0) {
			queueMicrotask(flush);
		}

		answers.push(bytes);
	}

	function flush(): void {
		const bytes = Buffer.concat(answers);
		answers = [];
		if (bytes.length > 0 && socket.writable) {
			socket.write(bytes);
		}

		if (isEnding && due === 0) {
			socket.end();
		}
	}

	function read({transaction, command, data}: RelpFrame): void {
		if (isOpen === (command === 'open') || isEnding) {
			throw new FormatError('relp', {}, `RELP: the sender says "${command}" ${isEnding ? 'after "close"' : (isOpen ? 'twice' : 'before "open"')}`);
		}

		switch (command) {
			case 'open': {
				isOpen = true;
				answer(printRelpResponse(transaction, {code: 200, text: 'OK', rest: printRelpOffers({software: 'scribery', commands: ['syslog']})}));
				break;
			}

			case 'syslog': {
				due++;
				intake.add({bytes: data, sender, onSettled() {
					due--;
					answer(printRelpResponse(transaction, {code: 200, text: 'OK', rest: ''}));
					sayGoodbye();
				}});
				break;
			}

			case 'close': {
				closing = transaction;
				isEnding = true;
				sayGoodbye();
				break;
			}

			default: {
				answer(printRelpResponse(transaction, {code: 500, text: 'unknown command, expected syslog or close', rest: ''}));
			}
		}
	}

	function sayGoodbye(): void {
		if (closing === undefined || due !== 0) {
			return;
		}

		answer(printRelp({transaction: closing, command: 'rsp', data: new Uint8Array()}));
		answer(printRelp({transaction: 0, command: 'serverclose', data: new Uint8Array()}));
	}

	feedSocket(socket, {intake, onFault, reader: {
		push(chunk) {
			for (const frame of frames.push(chunk)) {
				read(frame);
			}
		},
		end() {
			isEnding = true;
			flush();
		},
	}});
}
