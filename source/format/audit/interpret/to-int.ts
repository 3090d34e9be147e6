/** A number as a C `int` holds its lower 32 bits. */
export function toInt(value: number): number {
	return Int32Array.of(value)[0] ?? 0;
}
