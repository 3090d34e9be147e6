import {Buffer} from 'node:buffer';
import {Socket} from 'node:net';
import {readRest} from './read-rest.ts';

const chunkBytes = 65_536;

export type Tap = {
	/** The last byte has been passed on, or nobody takes any. */
	readonly ended: Promise<void>;
	readonly resume: () => void;
	readonly close: () => void;
};

export type TapOptions = {
	/** Reading end of the pipe; the tap closes it. */
	readonly fd: number;
	readonly target: NodeJS.WriteStream;
	/** Sees the bytes first; false holds the command back until `resume`. */
	readonly canGoOn: (data: Uint8Array) => boolean;
	/** Bytes could not be read or passed on, for another reason than that nobody takes them. */
	readonly onFault: (fault: Error) => void;
};

/** Pass bytes from a pipe on to a stream of ours. */
export function openTap({fd, target, canGoOn, onFault}: TapOptions): Tap {
	const {promise: ended, resolve} = Promise.withResolvers<void>();
	const buffer = Buffer.allocUnsafeSlow(chunkBytes);
	let isWriting = false;
	let isHeld = false;
	let isClosed = false;
	const source = new Socket({
		fd,
		readable: true,
		writable: false,
		onread: {
			buffer,
			callback(count) {
				pass(buffer.subarray(0, count));
				return !isWriting && !isHeld;
			},
		},
	});

	function pass(data: Uint8Array): void {
		isHeld = !canGoOn(data);
		isWriting = true;
		target.write(data, written);
	}

	function written(): void {
		isWriting = false;
		goOn();
	}

	function goOn(): void {
		if (isClosed) {
			settle();
		} else if (!isWriting && !isHeld) {
			source.resume();
		}
	}

	function settle(): void {
		if (isWriting) {
			return;
		}

		target.off('error', fail);
		resolve();
	}

	function close(): void {
		source.destroy();
	}

	/** Closing our end tells the command, as it would have been told without us. */
	function fail(error: NodeJS.ErrnoException): void {
		close();
		if (error.code !== 'EPIPE') {
			onFault(error);
		}
	}

	target.on('error', fail);
	source.on('error', fail);
	source.on('end', () => {
		const rest = readRest(fd);
		if (rest.length > 0) {
			pass(rest);
		}
	});
	source.on('close', () => {
		isClosed = true;
		settle();
	});
	source.resume();
	return {
		ended,
		resume() {
			isHeld = false;
			goOn();
		},
		close,
	};
}
