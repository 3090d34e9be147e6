import type {Packet} from '../format/recording/packet.ts';
import type {Keyframe} from '../store/store.ts';
import {isSamePicture, takePicture} from '../terminal/picture.ts';
import type {StepResult} from './playback.ts';
import {sizeOf} from './playhead.ts';
import type {Place, Playhead} from './playhead.ts';

const mostPackets = 10_000;
const lookedAtFirst = 64; // Comparing the whole screen after each packet takes longer than feeding it, and the state before is mostly near.
const mostBytes = 1_048_576; // As much as a tick of fast playing: a step stays shorter than a blink.

/** To the next packet that changes a cell, the cursor or the size. */
export async function stepForward(playhead: Playhead): Promise<StepResult> {
	const before = takePicture(playhead.emulator);
	const effort = new Effort();
	while (!effort.isSpent()) {
		const packet = await playhead.feedNext();
		if (packet === undefined) {
			return 'at-end';
		}

		effort.add(packet);
		if (packet.type !== 'input' && !isSamePicture(before, playhead.emulator)) {
			return 'moved';
		}
	}

	return 'limit';
}

/**
To the start of the state before the present one.

States are found by replaying from a keyframe; the present one may have begun long before the nearest, so earlier keyframes are tried until two changes lie between.

@param playhead - left at its place when the result is `limit`.
@param findKeyframe - the last keyframe at or before a position.
*/
export async function stepBack(playhead: Playhead, findKeyframe: (positionMs: number) => Promise<Keyframe | undefined>): Promise<StepResult> {
	const here = await playhead.readPlace();
	const effort = new Effort();
	let keyframe = await findKeyframe(playhead.positionMs);
	for (;;) {
		const changes = await findChanges(playhead, {keyframe, end: here, effort});
		// The last change began the present state, the one before it the state to show. A keyframe begins none, the recording's start does.
		const target = changes.at(-2) ?? (keyframe === undefined ? 'start' : undefined);
		if (target !== undefined) {
			await playhead.restore(keyframe);
			if (target === 'start') {
				return changes.length === 0 ? 'at-start' : 'moved';
			}

			await playhead.feedTo(target);
			return 'moved';
		}

		if (effort.isSpent()) {
			return 'limit';
		}

		keyframe = keyframe === undefined || keyframe.positionMs <= 0 ? undefined : await findKeyframe(keyframe.positionMs - 1);
	}
}

type Stretch = {
	readonly keyframe: Keyframe | undefined;
	readonly end: Place;
	readonly effort: Effort;
};

/** The places right behind packets that changed the picture, from a keyframe to a place: the last two if there are two, else all. Leaves the playhead at the place. */
async function findChanges(playhead: Playhead, {keyframe, end, effort}: Stretch): Promise<readonly Place[]> {
	for (let looked = lookedAtFirst; ; looked = Infinity) {
		await playhead.restore(keyframe);
		const packets = await playhead.countTo(end);
		for (let skipped = 0; skipped < packets - looked; skipped++) {
			effort.add(await playhead.feedNext());
		}

		const changes = await watchChanges(playhead, end, effort);
		if (changes.length >= 2 || looked >= packets) {
			return changes;
		}
	}
}

async function watchChanges(playhead: Playhead, end: Place, effort: Effort): Promise<readonly Place[]> {
	const changes: Place[] = [];
	let before = takePicture(playhead.emulator);
	while (!await playhead.isAt(end)) {
		const packet = await playhead.feedNext();
		if (packet === undefined) {
			break;
		}

		effort.add(packet);
		if (packet.type === 'input' || isSamePicture(before, playhead.emulator)) {
			continue;
		}

		changes.push(await playhead.readPlace());
		before = takePicture(playhead.emulator);
	}

	return changes;
}

class Effort {
	#packets = 0;
	#bytes = 0;

	add(packet: Packet | undefined): void {
		this.#packets++;
		this.#bytes += packet === undefined ? 0 : sizeOf(packet);
	}

	isSpent(): boolean {
		return this.#packets >= mostPackets || this.#bytes >= mostBytes;
	}
}
