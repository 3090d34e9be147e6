import {once} from 'node:events';
import {createWriteStream, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/**
Write a long audit log: the one that auditd wrote of a session (`fixtures/audit`), enriched, again and again, each time later and with higher serials.

The same size always gives the same file.

@param file - to write.
@param sizeBytes - how long it is, up to one session more.
@returns How many different events it has.
*/
export async function makeAuditLog(file: string, sizeBytes: number): Promise<number> {
	const log = readFileSync(fileURLToPath(new URL('../../../fixtures/audit/session-enriched.log', import.meta.url)), 'utf8');
	const parts = log.split(/msg=audit\((?<seconds>\d+)(?<milliseconds>\.\d{3}:)(?<serial>\d+)\)/v);
	const stamps = parts.flatMap((part, index) => index % 4 === 1 ? [{seconds: Number(part), serial: Number(parts[index + 2])}] : []);
	const spanSeconds = Math.max(...stamps.map(({seconds}) => seconds)) - Math.min(...stamps.map(({seconds}) => seconds)) + 1;
	const spanSerials = Math.max(...stamps.map(({serial}) => serial)) - Math.min(...stamps.map(({serial}) => serial)) + 1;
	const events = new Set(stamps.map(({seconds, serial}, index) => `${seconds}${parts[(index * 4) + 2]}${serial}`)).size;
	const out = createWriteStream(file);
	let written = 0;
	let turn = 0;
	for (; written < sizeBytes; turn++) {
		const text = shiftStamps(parts, turn * spanSeconds, turn * spanSerials);
		written += text.length;
		if (!out.write(text)) {
			await once(out, 'drain');
		}
	}

	out.end();
	await once(out, 'close');
	return events * turn;
}

/** Put the log together again, its times and serials that much later. */
function shiftStamps(parts: readonly string[], seconds: number, serials: number): string {
	return parts.map((part, index) => {
		switch (index % 4) {
			case 1: {
				return `msg=audit(${Number(part) + seconds}`;
			}

			case 3: {
				return `${Number(part) + serials})`;
			}

			default: {
				return part;
			}
		}
	}).join('');
}
