import {decodeBytes, readHexBytes} from './decode-hex.ts';

/** A process's title: its arguments, divided by NULs when the kernel wrote it in hexadecimal. The kernel keeps 128 bytes. */
export function printTitle(value: string): string {
	if (value.startsWith('"')) {
		return value.replace(/^"(?<text>.*?)"?$/v, '$<text>');
	}

	const bytes = readHexBytes(value);
	return bytes === undefined ? value : decodeBytes(bytes).replaceAll('\0', ' ');
}
