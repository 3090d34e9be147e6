/**
How a frame stands in the spool. `recorder/shim/session.c` writes them; a test compares its constants with these.

A frame is a head of 24 bytes and up to 64 KiB of payload. All numbers are little endian:

| at | | |
|---|---|---|
| 0 | u32 | CRC-32 of all from 8 on, payload included |
| 4 | u32 | CRC-32 of the head from 8 on: a length is believed before its payload is there |
| 8 | u8 | the type, an ASCII letter |
| 9 | u24 | bytes of payload |
| 12 | u32 | the frame's number in the recording, from 0, on through all segments |
| 16 | u64 | CLOCK_BOOTTIME in microseconds |

Both sums start from the recording's seed, a random number that stands in the start frame (whose own sums start from 0). Who can read only his terminal cannot print what would pass for a frame.
*/
export const frameVersion = 1;
export const headBytes = 24;
export const largestPayloadBytes = 65_536;

/** One letter a type. */
export const frameTypes = {
	start: 'H',
	output: 'O',
	drained: 'D',
	error: 'E',
	input: 'I',
	window: 'W',
	echo: 'S',
	gap: 'G',
	rotation: 'R',
	bytes: 'B',
	end: 'X',
} as const;

/** How a session ended, by the number that stands in the end frame. */
export const endings = ['exit', 'signal', 'left-running', 'not-started'] as const;
