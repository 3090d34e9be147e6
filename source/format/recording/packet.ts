/**
One reading of a tap: bytes that went to or came from the terminal, or a new window size.

`positionMs` counts from the recording's first packet and never goes back; recorders may pass a fraction, decoded packets are whole milliseconds.
*/
export type Packet = IoPacket | WindowPacket;

export type IoPacket = {
	readonly type: 'output' | 'input';
	readonly positionMs: number;
	readonly data: Uint8Array;
};

export type WindowPacket = {
	readonly type: 'window';
	readonly positionMs: number;
	readonly columns: number;
	readonly rows: number;
};
