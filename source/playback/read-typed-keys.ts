import type {Packet} from '../format/recording/packet.ts';
import type {SessionKey, Store} from '../store/store.ts';
import {decodeMessage} from './decoded-message.ts';
import {listTypedKeys} from './list-typed-keys.ts';
import type {TypedKey} from './typed-key.ts';

/** A prompt, and what was shown while a line was typed, lie mostly within so much time of it. */
const marginMs = 30_000;
/** Enough to tell an echo; more output says nothing about keys. */
const mostUnits = 8_388_608;

/** The keys that were pressed in a stretch of a recording, its ends included; secrets are hidden. */
export async function readTypedKeys(store: Store, key: SessionKey, {fromMs, untilMs}: {readonly fromMs: number; readonly untilMs: number}): Promise<readonly TypedKey[]> {
	const startMs = Math.max(0, fromMs - marginMs);
	// A full-screen program may run since long before.
	const keyframe = await store.getKeyframe(key, startMs);
	const firstId = keyframe?.id ?? await store.getMessageIdAt(key, startMs);
	const packets: Packet[] = [];
	let units = 0;
	let earliestMs = 0;
	for await (const message of store.readMessages(key, firstId)) {
		if (message.positionMs > untilMs + marginMs || units > mostUnits) {
			break;
		}

		const decoded = decodeMessage(message, earliestMs);
		packets.push(...decoded.packets);
		earliestMs = decoded.packets.at(-1)?.positionMs ?? earliestMs;
		units += message.text.length;
	}

	return listTypedKeys(packets, keyframe?.ansi).filter(({positionMs}) => positionMs >= fromMs && positionMs <= untilMs);
}
