import {Buffer} from 'node:buffer';

/** Of fixed length: the mark tells that something was typed, not how much of it. */
const mark = Buffer.from('********');

/** Line feed, carriage return, and Ctrl-C, which gives the line up. */
const lineEnds: ReadonlySet<number> = new Set([0x0A, 0x0D, 0x03]);

export type Mask = {
	/**
	@param data - what was typed.
	@param isSecret - the terminal did not show it.
	@returns What may be recorded of it: all of it, or eight stars for each line kept secret, together with the key that ended the line. Neither the length nor the rhythm of a secret is kept.
	*/
	readonly take: (data: Uint8Array, isSecret: boolean) => Uint8Array;
	/** What is still owed for a secret that no key has ended. */
	readonly end: () => Uint8Array;
	/** A secret has been begun and not ended; what a mask made anew has to be told to go on as this one. */
	readonly isOpen: () => boolean;
};

export function createMask(isOpenAtFirst = false): Mask {
	let isOpen = isOpenAtFirst;

	function settle(): Uint8Array {
		const owed = isOpen ? mark : Buffer.alloc(0);
		isOpen = false;
		return owed;
	}

	return {
		take(data, isSecret) {
			if (!isSecret) {
				return isOpen ? Buffer.concat([settle(), data]) : data;
			}

			const kept: Uint8Array[] = [];
			for (const byte of data) {
				isOpen = true;
				if (isLineEnd(byte)) {
					kept.push(settle(), Uint8Array.of(byte));
				}
			}

			return Buffer.concat(kept);
		},
		end: settle,
		isOpen: () => isOpen,
	};
}

export function isLineEnd(byte: number): boolean {
	return lineEnds.has(byte);
}
