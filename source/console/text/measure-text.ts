import stringWidth from 'string-width';

/**
How many cells a text takes in a row of the frame.

Ink lays the frame out by this very table, so a row measured with it never spills. It differs from the emulator's only in emoji newer than Unicode 15.
*/
export function measureText(text: string): number {
	return /^[\u{20}-\u{7E}]*$/v.test(text) ? text.length : stringWidth(text);
}
