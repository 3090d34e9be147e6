import type {Packet} from '../format/recording/packet.ts';
import type {Emulator} from './emulator.ts';

const lineFeed = 0x0A;
const carriageReturn = 0x0D;

/** Let a packet happen. Input changes nothing: what of it is seen comes back as output. */
export function feedPacket(emulator: Emulator, packet: Packet): void {
	if (packet.type === 'output') {
		emulator.write(packet.data);
	} else if (packet.type === 'window') {
		emulator.resize(packet.columns, packet.rows);
	}
}

type FirstMessage = {
	readonly id: number;
	readonly packets: readonly Packet[];
};

/**
Prepare a fresh emulator for a recording that was made without a terminal: nothing there turned line feeds into new lines, so the emulator must.

It is told by its first message: a recorder with a terminal writes the window's size first, and lines end in `\r\n`.

@param emulator - at the recording's start.
@param first - the recording's first message.
*/
export function prepareEmulator(emulator: Emulator, first: FirstMessage): void {
	if (isWithoutTerminal(first)) {
		emulator.write('\u{1B}[20h');
	}
}

/** Whether a recording that begins with this message was made in a pipe: lines there end in line feeds alone. */
export function isWithoutTerminal({id, packets}: FirstMessage): boolean {
	const isWhole = id <= 1; // A recording that lost its head lost its size too.
	const hasSize = packets.some(packet => packet.type === 'window');
	return isWhole && packets.length > 0 && !hasSize && packets.every(packet => !(packet.type === 'output' && hasReturnedLine(packet.data)));
}

function hasReturnedLine(data: Uint8Array): boolean {
	return data.some((byte, index) => byte === lineFeed && data[index - 1] === carriageReturn);
}
