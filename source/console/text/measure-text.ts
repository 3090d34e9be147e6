import stringWidth from 'string-width';

/**
How many cells a text takes in a row of the frame; the looks in it take none.

Ink lays the frame out by string-width's table, so a row measured with it never spills. It differs from the emulator's only in emoji newer than Unicode 15.
string-width compiles large Unicode classes on its first character beyond ASCII, some 40 ms before the first frame; therefore the characters that a frame is mostly made of are counted here.
The bundle gives Ink this function, too.
*/
export function measureText(text: string): number {
	const shown = text.includes('\u{1B}') ? text.replaceAll(look, '') : text;
	return oneCellEach.test(shown) ? shown.length : stringWidth(shown);
}

// eslint-disable-next-line no-control-regex, regexp/no-control-character -- looks begin with ESC
const look = /\u{1B}\[[\d;]*m/gv;

/** ASCII, Latin letters and signs, dashes and dots, arrows, lines, blocks, braille, and our other glyphs: one cell and no clusters. */
export const oneCellEach = /^[\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{2FF}\u{2010}-\u{2027}\u{2190}-\u{21FF}\u{2264}\u{2265}\u{232B}\u{23CE}\u{2500}-\u{25FC}\u{27E6}\u{27E7}\u{2800}-\u{28FF}\u{29D7}]*$/v;
