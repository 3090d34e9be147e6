import {Buffer} from 'node:buffer';

// A POSIX tar archive, all of it root's and of one date. An entry has `data`, or `link`, or neither: a folder.
export function printTar(entries, atS) {
	const parts = entries.flatMap(({name, mode, data, link}) => {
		const head = Buffer.alloc(512);
		const isFolder = data === undefined && link === undefined;
		const fields = [
			[0, `./${name}${isFolder && name !== '' ? '/' : ''}`],
			[100, octal(isFolder ? 0o755 : mode ?? 0o777, 7)],
			[108, octal(0, 7)],
			[116, octal(0, 7)],
			[124, octal(data?.length ?? 0, 11)],
			[136, octal(atS, 11)],
			[148, ' '.repeat(8)],
			[156, link === undefined ? (isFolder ? '5' : '0') : '2'],
			[157, link ?? ''],
			[257, 'ustar\u{0}00'],
			[265, 'root'],
			[297, 'root'],
		];
		if (Buffer.byteLength(fields[0][1]) > 100) {
			throw new RangeError(`${name}: longer than a name in a tar archive can be`);
		}

		for (const [at, text] of fields) {
			head.write(text, at);
		}

		head.write(`${octal(head.reduce((sum, byte) => sum + byte, 0), 6)}\u{0} `, 148);
		return [head, data ?? Buffer.alloc(0), Buffer.alloc((512 - ((data?.length ?? 0) % 512)) % 512)];
	});
	return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

// An archive as `ar` writes it, which is what a Debian package is.
export function printAr(members, atS) {
	return Buffer.concat([Buffer.from('!<arch>\n'), ...members.flatMap(({name, data}) => [
		Buffer.from(`${name.padEnd(16)}${String(atS).padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(data.length).padEnd(10)}\`\n`),
		data,
		Buffer.from(data.length % 2 === 0 ? '' : '\n'),
	])]);
}

function octal(value, digits) {
	return value.toString(8).padStart(digits, '0');
}
