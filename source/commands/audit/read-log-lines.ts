import {Buffer} from 'node:buffer';

/**
Cut the bytes of a log into lines, at line feeds only.

Bytes that are no UTF-8 become U+FFFD. A line that is longer than any record is cut there: what follows is read as a line of its own.

@returns The whole lines of each chunk; the last line needs no line feed.
*/
export async function * readLogLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
	let rest = Buffer.alloc(0);
	for await (const chunk of chunks) {
		const end = chunk.lastIndexOf(lineFeed) + 1;
		const isLong = rest.length + chunk.length > mostBytes;
		const cut = end === 0 && isLong ? chunk.length : end;
		if (cut === 0) {
			rest = Buffer.concat([rest, chunk]);
			continue;
		}

		const whole = Buffer.concat([rest, chunk.subarray(0, cut)]);
		rest = Buffer.from(chunk.subarray(cut));
		yield whole.toString('utf8').split('\n');
	}

	if (rest.length > 0) {
		yield [rest.toString('utf8')];
	}
}

const lineFeed = 0x0A;
const mostBytes = 1024 * 1024; // A record has 8 KiB; an enriched one a few more.
