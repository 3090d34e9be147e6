import {salvageMessage} from '../format/recording/parse-message.ts';
import {FormatError} from '../format/recording/format-error.ts';
import type {Packet} from '../format/recording/packet.ts';
import type {StoredMessage} from '../store/store.ts';
import type {ExportSource} from './export-source.ts';

/** The packets of the chosen part, in order. Of a faulty message the packets before the fault. */
export async function * readPackets({readMessages, fromMs, untilMs}: ExportSource): AsyncGenerator<Packet> {
	for await (const message of readMessages()) {
		if (message.positionMs > untilMs) {
			return;
		}

		yield * packetsOf(message).filter(({positionMs}) => positionMs >= fromMs && positionMs <= untilMs);
	}
}

/** Of a faulty message the packets before the fault. */
export function packetsOf({text}: StoredMessage): readonly Packet[] {
	try {
		return salvageMessage(text).message.packets;
	} catch (error) {
		if (error instanceof FormatError) {
			return [];
		}

		throw error;
	}
}
