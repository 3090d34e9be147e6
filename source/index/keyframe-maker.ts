import type {Packet} from '../format/recording/packet.ts';
import type {Keyframe} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import {feedPacket} from '../terminal/feed-packet.ts';
import {isSamePicture, takePicture} from '../terminal/picture.ts';
import type {Emulator} from '../terminal/emulator.ts';

const spacingBytes = 512 * 1024; // Output to replay after a seek: 20 ms at 25 MB/s.
const spacingMs = 60_000;
const leastBytes = 64 * 1024; // Less is replayed about as fast as a keyframe is restored, 3 ms.
const proofBytes = 8 * 1024;
const mostCharacters = 64 * 1024 * 1024; // A typical keyframe has 5,000; from here on the spacing grows instead of the memory.

/** A place between two packets. */
export type Place = {readonly id: number; readonly packet: number};

/** Takes keyframes while a recording is fed into an emulator. */
export type KeyframeMaker = {
	/** A packet was fed; `next` is the place behind it. */
	readonly add: (packet: Packet, next: Place) => void;
	/** Those made since the last time. */
	readonly take: () => readonly Keyframe[];
	readonly close: () => void;
};

/**
Take a keyframe each 512 KiB of output, and each minute or new window size when there was some output.

Each is proved: restored into a second emulator and followed for 8 KiB of output; if the screens differ then, it is dropped.
*/
export function createKeyframeMaker(emulator: Emulator): KeyframeMaker {
	/** Short recordings need none. */
	let second: Emulator | undefined;
	let keyframes: Keyframe[] = [];
	let proving: {readonly keyframe: Keyframe; readonly untilBytes: number; readonly second: Emulator} | undefined;
	let outputBytes = 0;
	let characters = 0;
	let thinning = 1;
	let last = {outputBytes: 0, positionMs: 0};
	let isResized = false;

	function isDue(positionMs: number): boolean {
		const bytes = outputBytes - last.outputBytes;
		return bytes >= spacingBytes * thinning || (bytes >= leastBytes * thinning && (isResized || positionMs - last.positionMs >= spacingMs));
	}

	function take(positionMs: number, {id, packet}: Place): void {
		prove();
		const keyframe = {positionMs, id, packet, outputBytes, columns: emulator.columns, rows: emulator.rows, ansi: emulator.keyframe()};
		last = keyframe;
		isResized = false;
		second ??= createEmulator(keyframe);
		second.reset(keyframe);
		second.write(keyframe.ansi);
		proving = isSamePicture(takePicture(emulator), second) ? {keyframe, untilBytes: outputBytes + proofBytes, second} : undefined;
	}

	/** The keyframe being proved is kept when both emulators look alike by now. */
	function prove(): void {
		if (proving !== undefined && isSamePicture(takePicture(emulator), proving.second)) {
			keyframes.push(proving.keyframe);
			characters += proving.keyframe.ansi.length;
			thinOut();
		}

		proving = undefined;
	}

	function thinOut(): void {
		if (!(characters > mostCharacters)) {
			return;
		}

		keyframes = keyframes.filter((_, index) => index % 2 === 0);
		characters = keyframes.reduce((sum, {ansi}) => sum + ansi.length, 0);
		thinning *= 2;
	}

	return {
		add(packet, next) {
			if (proving !== undefined) {
				feedPacket(proving.second, packet);
			}

			outputBytes += packet.type === 'output' ? packet.data.length : 0;
			isResized ||= packet.type === 'window';
			if (proving !== undefined && outputBytes >= proving.untilBytes) {
				prove();
			}

			if (isDue(packet.positionMs) && emulator.isAtRest()) {
				take(packet.positionMs, next);
			}
		},
		take() {
			prove();
			const taken = keyframes;
			keyframes = [];
			characters = 0;
			return taken;
		},
		close() {
			second?.close();
		},
	};
}
