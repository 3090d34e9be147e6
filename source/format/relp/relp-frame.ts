/**
One frame of RELP, the protocol in which rsyslog hands log lines over and is told that they arrived.

@see https://www.rsyslog.com/doc/relp.html
*/
export type RelpFrame = {
	/** 1 to 999999999, counted by the client; an answer has its question's. 0: the server says something unasked. */
	readonly transaction: number;
	/** Up to 32 letters: `open`, `syslog`, `close`, `rsp`, `serverclose`. */
	readonly command: string;
	readonly data: Uint8Array;
};

export const largestTransaction = 999_999_999;
export const longestCommand = 32;
export const mostDigits = 9;
