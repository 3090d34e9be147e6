import type {StoredMessage} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import {feedPacket, prepareEmulator} from '../terminal/feed-packet.ts';
import {decodeMessage} from './decoded-message.ts';
import {pause} from './follow-messages.ts';
import {LineCollector} from './line-collector.ts';
import type {TranscriptLine} from './line-collector.ts';

export type {TranscriptLine} from './line-collector.ts';

/**
The lines that a recording's terminal showed, in the order they left the screen; what stands there at the end comes last.

Of a full-screen program it is the screen it left.

@param messages - in the order of ids; may go on while the recording lives. In a pause the lines above the cursor that stood there in the pause before are given, too: each once, also when it leaves later.
*/
export async function * readTranscript(messages: AsyncIterable<StoredMessage | typeof pause>): AsyncGenerator<TranscriptLine> {
	const lines = new LineCollector();
	const emulator = createEmulator({columns: 80, rows: 24}, {
		onGoneRows(rows) {
			lines.addGone(rows, emulator.isOnAlternateScreen());
		},
	});
	try {
		let latestMs = 0;
		let isStarted = false;
		for await (const message of messages) {
			if (message === pause) {
				lines.settle(emulator);
				yield * lines.take();
				continue;
			}

			const decoded = decodeMessage(message, latestMs);
			if (!isStarted) {
				prepareEmulator(emulator, decoded);
				isStarted = true;
			}

			for (const packet of decoded.packets) {
				latestMs = packet.positionMs;
				lines.positionMs = latestMs;
				feedPacket(emulator, packet);
				if (packet.type === 'output') {
					lines.look(emulator);
				}
			}

			yield * lines.take();
		}

		emulator.write(leaveAllRows);
		yield * lines.takeLast();
	} finally {
		emulator.close();
	}
}

/** Ends a sequence that is half read, then lets the rows of both screens go. */
const leaveAllRows = '\u{18}\u{1B}[?1049l\u{1B}[2J';
