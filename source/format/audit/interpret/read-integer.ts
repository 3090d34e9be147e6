/** Read a number as C does: as far as the digits go, 0 without any; `0x` may stand before hexadecimal ones. */
export function readInteger(value: string, base: 8 | 10 | 16): number {
	const number = Number.parseInt(value, base);
	return Number.isNaN(number) ? 0 : number;
}
