import {Buffer} from 'node:buffer';

// The addon reads the header of its table of widths from the start of the memory that `Buffer.from` works in. Node hands out small buffers as parts of a shared piece of
// memory, so that this is right only for the first one: else loading fails with "Data error", or all widths are wrong. Without the shared piece it is always right.
const {poolSize} = Buffer;
Buffer.poolSize = 0;
const {default: addon} = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/** Gives a terminal the widths of Unicode's grapheme clusters. */
export const {UnicodeGraphemesAddon} = addon;
