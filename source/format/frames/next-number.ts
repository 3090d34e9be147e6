/** The number of the frame behind that one: they are counted in 32 bits, over all segments. */
export function nextNumber(number: number): number {
	return (number + 1) % (2 ** 32);
}
