import {Buffer} from 'node:buffer';
import {Socket} from 'node:net';

const chunkBytes = 65_536;

export type Tap = {
	/** The last byte has been passed on, or nobody takes any. */
	readonly ended: Promise<void>;
	readonly resume: () => void;
	readonly close: () => void;
};

/** Pass bytes from a pipe on to a stream of ours. `canGoOn` sees them first; false holds the command back until `resume`. */
export function openTap(fd: number, target: NodeJS.WriteStream, canGoOn: (data: Uint8Array) => boolean): Tap {
	const {promise: ended, resolve} = Promise.withResolvers<void>();
	const buffer = Buffer.allocUnsafeSlow(chunkBytes);
	let isWriting = false;
	let isHeld = false;
	const source = new Socket({
		fd,
		readable: true,
		writable: false,
		onread: {
			buffer,
			callback(count) {
				const data = buffer.subarray(0, count);
				isHeld = !canGoOn(data);
				isWriting = true;
				target.write(data, written);
				return !isWriting && !isHeld;
			},
		},
	});

	function written(): void {
		isWriting = false;
		goOn();
	}

	function goOn(): void {
		if (!isWriting && !isHeld) {
			source.resume();
		}
	}

	function close(): void {
		source.destroy();
	}

	// The reader of our output has gone: closing our end tells the command, as it would have been told without us.
	target.on('error', close);
	source.on('error', close);
	source.on('close', () => {
		target.off('error', close);
		resolve();
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
