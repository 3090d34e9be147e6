/** What the speed keys choose from. */
const speeds = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32, 64];

/** The next speed of the set above; the highest stays. */
export function nextFaster(speed: number): number {
	return speeds.find(candidate => candidate > speed) ?? speed;
}

/** The next speed of the set below; the lowest stays. */
export function nextSlower(speed: number): number {
	return speeds.findLast(candidate => candidate < speed) ?? speed;
}

/** A speed as people read it: `2`, `1/4`, `2.5`. */
export function writeSpeed(speed: number): string {
	const parts = 1 / speed;
	return speed < 1 && Number.isSafeInteger(parts) ? `1/${parts}` : String(Number(speed.toPrecision(2)));
}
