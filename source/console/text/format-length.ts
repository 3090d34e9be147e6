/** A length as a clock: `0:41`, `47:31`, `3:44:10`; from 100 hours in days: `4d 05h`. */
export function formatLength(lengthMs: number): string {
	const seconds = Math.max(0, Math.floor(lengthMs / 1000));
	const hours = Math.floor(seconds / 3600);
	const rest = `${pad(Math.floor(seconds / 60) % 60, hours > 0)}:${pad(seconds % 60, true)}`;
	if (hours >= 100) {
		return `${Math.floor(hours / 24)}d ${pad(hours % 24, true)}h`;
	}

	return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A length in seconds with a tenth while it is short: `3.2 s`; else as a clock. */
export function formatSeconds(lengthMs: number): string {
	return lengthMs < 60_000 ? `${Number((lengthMs / 1000).toFixed(1))} s` : formatLength(lengthMs);
}

/** A long sum in words: `9 h 29 min`, `12 min`, `41 s`. */
export function formatSum(lengthMs: number): string {
	const minutes = Math.floor(lengthMs / 60_000);
	if (minutes >= 60) {
		return `${groupDigits(Math.floor(minutes / 60))} h ${minutes % 60} min`;
	}

	return minutes > 0 ? `${minutes} min` : `${Math.floor(lengthMs / 1000)} s`;
}

/** How long ago, in at most four characters: `45s`, `16m`, `1h12`, `16h`, `3d`, `20w`. */
export function formatAge(ageMs: number): string {
	const minutes = Math.floor(Math.max(0, ageMs) / 60_000);
	const hours = Math.floor(minutes / 60);
	const days = Math.floor(hours / 24);
	if (minutes < 60) {
		return minutes < 1 ? `${Math.floor(Math.max(0, ageMs) / 1000)}s` : `${minutes}m`;
	}

	if (hours < 24) {
		return hours < 10 && minutes % 60 > 0 ? `${hours}h${pad(minutes % 60, true)}` : `${hours}h`;
	}

	return days < 100 ? `${days}d` : `${Math.floor(days / 7)}w`;
}

/** A whole number with commas: `10,412`. */
export function groupDigits(value: number): string {
	const digits = String(value);
	return digits.length <= 3 ? digits : `${groupDigits(Math.floor(value / 1000))},${digits.slice(-3)}`;
}

function pad(value: number, isPadded: boolean): string {
	return String(value).padStart(isPadded ? 2 : 1, '0');
}
