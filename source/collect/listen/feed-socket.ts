import type {Socket} from 'node:net';
import {FormatError} from '../../format/recording/format-error.ts';
import type {Intake} from '../intake/intake.ts';

/** What is made of the bytes of one connection. */
export type ByteReader = {
	/** @throws {FormatError} at bytes after which nothing can be read. */
	readonly push: (chunk: Uint8Array) => void;
	/** The sender says no more. */
	readonly end: () => void;
};

export type FeedOptions = {
	readonly intake: Intake;
	readonly reader: ByteReader;
	/** The connection is ended because of what came. */
	readonly onFault: (fault: string) => void;
};

/** Read a connection, as long as there is room for what it brings and it takes our answers. */
export function feedSocket(socket: Socket, {intake, reader, onFault}: FeedOptions): void {
	function push(read: () => void): void {
		try {
			read();
		} catch (error) {
			if (!(error instanceof FormatError)) {
				throw error;
			}

			onFault(error.message);
			socket.destroy();
		}
	}

	socket.on('data', chunk => {
		push(() => {
			reader.push(chunk as Uint8Array); // No encoding was set, hence bytes.
		});
		if (intake.isFull()) {
			socket.pause();
			intake.whenRoom(() => {
				socket.resume();
			});
		} else if (socket.writableNeedDrain) {
			socket.pause();
			socket.once('drain', () => {
				socket.resume();
			});
		}
	});
	socket.on('end', () => {
		push(reader.end);
	});
}
