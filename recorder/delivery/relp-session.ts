import {Buffer} from 'node:buffer';
import type {Socket} from 'node:net';
import {printRelp} from '../../source/format/relp/print-relp.ts';
import {printRelpOffers} from '../../source/format/relp/print-relp-offers.ts';
import {largestTransaction} from '../../source/format/relp/relp-frame.ts';
import type {RelpFrame} from '../../source/format/relp/relp-frame.ts';
import {createRelpReader} from '../../source/format/relp/relp-reader.ts';
import {findRelpOffer, readRelpResponse} from '../../source/format/relp/relp-response.ts';
import type {RelpResponse} from '../../source/format/relp/relp-response.ts';

/** One RELP connection, opened. Whatever goes wrong ends it. */
export type RelpSession = {
	readonly isOpen: () => boolean;
	/**
	Send lines, as many at a time as the window lets, and call `onTaken` with the index of each that the server has acknowledged; calls do not overlap.

	@throws when the connection ends before all are acknowledged, or the server refuses one.
	*/
	readonly send: (lines: readonly Uint8Array[], onTaken: (index: number) => void) => Promise<void>;
	readonly close: () => Promise<void>;
};

/** What librelp allows on its way, too. */
const windowFrames = 128;

/**
Open a RELP session on a connection.

@param socket - connected; from now on the session's.
@param patienceMs - a server that is silent so long while answers are due is given up.
*/
export async function openRelpSession(socket: Socket, patienceMs: number): Promise<RelpSession> {
	const reader = createRelpReader();
	const due = new Map<number, PromiseWithResolvers<RelpResponse>>();
	let last = 0;
	let fault: Error | undefined;

	function end(error: Error): void {
		fault ??= error;
		socket.destroy();
		for (const {reject} of due.values()) {
			reject(fault);
		}

		due.clear();
	}

	socket.on('error', end);
	socket.on('close', () => {
		end(new Error('the server closed the connection'));
	});
	socket.on('timeout', () => {
		if (due.size > 0) {
			end(new Error(`no answer within ${patienceMs / 1000} s`));
		}
	});
	socket.on('data', chunk => {
		try {
			for (const frame of reader.push(Buffer.from(chunk))) {
				answer(frame);
			}
		} catch (error) {
			end(error instanceof Error ? error : new Error(String(error)));
		}
	});
	socket.setTimeout(patienceMs);

	function answer({transaction, command, data}: RelpFrame): void {
		if (command !== 'rsp') {
			throw new Error(command === 'serverclose' ? 'the server closes the connection' : `the server says "${command}", expected an answer`);
		}

		const question = due.get(transaction);
		if (question === undefined) {
			throw new Error(`the server answers frame ${transaction}, which waits for none`);
		}

		due.delete(transaction);
		question.resolve(readRelpResponse(data));
	}

	function endWith(problem: string): Error {
		const error = new Error(problem);
		end(error);
		return error;
	}

	/** Resolves when the server has said that it did so. */
	async function ask(command: string, data: Uint8Array): Promise<RelpResponse> {
		if (fault !== undefined) {
			throw fault;
		}

		last = last === largestTransaction ? 1 : last + 1;
		const question = Promise.withResolvers<RelpResponse>();
		due.set(last, question);
		socket.write(printRelp({transaction: last, command, data}));
		const response = await question.promise;
		if (response.code !== 200) {
			throw endWith(`the server refuses "${command}": ${response.code} ${response.text}`);
		}

		return response;
	}

	const {rest} = await ask('open', Buffer.from(printRelpOffers({software: 'scribery', commands: ['syslog']})));
	if (!findRelpOffer(rest, 'commands').includes('syslog')) {
		throw endWith(`the server offers ${JSON.stringify(rest)}, expected commands=syslog`);
	}

	return {
		isOpen: () => fault === undefined,
		async send(lines, onTaken) {
			let next = 0;
			const sendInTurn = async (): Promise<void> => {
				while (next < lines.length) {
					const index = next++;
					await ask('syslog', lines[index] ?? new Uint8Array());
					onTaken(index);
				}
			};

			await Promise.all(Array.from({length: Math.min(windowFrames, lines.length)}, sendInTurn));
		},
		async close() {
			try {
				await ask('close', new Uint8Array());
			} catch {
				// Nothing is on its way any more: how the connection ends is all the same.
			}

			endWith('it was closed');
		},
	};
}
