import {createHash} from 'node:crypto';
import {createWriteStream, readFileSync, readdirSync} from 'node:fs';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {createEncoder} from '../../source/format/recording/encode.ts';

const recordings = new URL('../../../fixtures/recordings/', import.meta.url);
export const packetBytes = 1024;
export const packetEveryMs = 36; // 100 MB is about an hour.
const startedAt = Date.UTC(2026, 10, 16, 9);

/**
Write a long session as tlog lines: what real terminals showed in the fixtures, in turn with listings and numbered lines, at 120×40, one packet of 1 KiB each 36 ms (100 MB is an hour).

The same size always gives the same file.

@param file - to write.
@param outputBytes - how much the terminal is shown in all.
@param parts - other output, one part after the other until there is enough.
*/
export async function makeSession(file: string, outputBytes: number, parts = readParts()): Promise<{readonly lengthMs: number; readonly sha256: string}> {
	const encoder = createEncoder({header: {host: 'bench', rec: '0badc0de-1-1', user: 'bench', term: 'xterm-256color', session: 1}, startedAt});
	const out = createWriteStream(file);
	const hash = createHash('sha256');
	const source = cycle(parts);
	let written = 0;
	let positionMs = 0;
	encoder.push({type: 'window', positionMs, columns: 120, rows: 40});
	while (written < outputBytes) {
		const data = source(Math.min(packetBytes, outputBytes - written));
		hash.update(data);
		written += data.length;
		positionMs += packetEveryMs;
		for (const {text} of encoder.push({type: 'output', positionMs, data})) {
			if (!out.write(`${text}\n`)) {
				await once(out, 'drain');
			}
		}
	}

	for (const {text} of encoder.end({exit: '0', positionMs})) {
		out.write(`${text}\n`);
	}

	out.end();
	await once(out, 'close');
	return {lengthMs: positionMs, sha256: hash.digest('hex')};
}

function readParts(): Uint8Array[] {
	const shown = readdirSync(recordings).filter(name => name.endsWith('.raw')).toSorted().map(name => readFileSync(fileURLToPath(new URL(name, recordings))));
	return shown.flatMap((part, index) => [part, makeListing(index), makeNumbers(index)]);
}

/** As `ls -l --color`: names in colours, sizes and dates in columns. */
export function makeListing(seed: number): Uint8Array {
	const lines = Array.from({length: 4000}, (_, row) => {
		const number = (row * 7919) + seed;
		return `-rw-r--r-- 1 root root ${String(number * 31 % 9_999_999).padStart(8)} Nov ${String(number % 28).padStart(2)} 10:${String(number % 60).padStart(2, '0')} \u{1B}[0m\u{1B}[01;3${number % 7}mfile-${number.toString(36)}\u{1B}[0m\r\n`;
	});
	return new TextEncoder().encode(lines.join(''));
}

export function makeNumbers(seed: number): Uint8Array {
	return new TextEncoder().encode(Array.from({length: 20_000}, (_, row) => `${(seed * 20_000) + row}\r\n`).join(''));
}

/** Take bytes from the parts one after the other, for ever. */
function cycle(parts: readonly Uint8Array[]): (count: number) => Uint8Array {
	let part = 0;
	let offset = 0;
	return count => {
		const current = parts[part % parts.length] ?? new Uint8Array(1);
		const taken = current.subarray(offset, offset + count);
		offset += taken.length;
		if (offset >= current.length) {
			part++;
			offset = 0;
		}

		return taken;
	};
}
