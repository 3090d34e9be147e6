/** Parts of a wall clock time in a zone. */
type Parts = Readonly<Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second' | 'zone', string>>;

/** `Nov 23 11:42`, or with the year when that is not this one: `Nov 23  2025`. Always 12 characters. */
export function formatStart(at: number, now: number, timeZone: string): string {
	const parts = readParts(at, timeZone);
	const day = `${parts.month} ${parts.day.padStart(2)}`;
	return parts.year === readParts(now, timeZone).year ? `${day} ${parts.hour}:${parts.minute}` : `${day}  ${parts.year}`;
}

/** `Mon 11:58:20 +01:00`. */
export function formatClock(at: number, timeZone: string): string {
	const {weekday, hour, minute, second, zone} = readParts(at, timeZone);
	return `${weekday} ${hour}:${minute}:${second} ${zone}`;
}

/** `Mon 2026-11-23 10:58:22 +01:00`, or with milliseconds `10:58:22.417`. */
export function formatInstant(at: number, timeZone: string, isExact = false): string {
	const fraction = isExact ? `.${String(Math.floor(((at % 1000) + 1000) % 1000)).padStart(3, '0')}` : '';
	const {weekday, year, hour, minute, second, zone} = readParts(at, timeZone);
	return `${weekday} ${year}-${formatMonthDay(at, timeZone)} ${hour}:${minute}:${second}${fraction} ${zone}`;
}

/** The day in the zone, to compare: `2026-11-23`. */
export function formatDay(at: number, timeZone: string): string {
	return `${readParts(at, timeZone).year}-${formatMonthDay(at, timeZone)}`;
}

/** The zone's offset at an instant: `+01:00`. */
export function formatZone(at: number, timeZone: string): string {
	return readParts(at, timeZone).zone;
}

/** True for an IANA zone, `UTC` or `±HH:MM`. */
export function isTimeZone(timeZone: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', {timeZone}).resolvedOptions().timeZone !== '';
	} catch {
		// Intl throws for what it does not know: that is the answer.
		return false;
	}
}

/** The zone that is meant: `local` is this machine's, `utc` is UTC, all else stands for itself. */
export function readTimeZone(written: string): string {
	return written === 'local' ? new Intl.DateTimeFormat('en').resolvedOptions().timeZone : (written === 'utc' ? 'UTC' : written);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatMonthDay(at: number, timeZone: string): string {
	const {month, day} = readParts(at, timeZone);
	return `${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readParts(at: number, timeZone: string): Parts {
	let formatter = formatters.get(timeZone);
	if (formatter === undefined) {
		// Making one takes a millisecond, using it a microsecond.
		formatter = new Intl.DateTimeFormat('en-US', {
			timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset',
		});
		formatters.set(timeZone, formatter);
	}

	const found = new Map(formatter.formatToParts(clampTime(at)).map(part => [part.type, part.value]));
	const get = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
	const offset = get('timeZoneName').replace('GMT', '');
	return {
		year: get('year'), month: get('month'), day: get('day'), weekday: get('weekday'), hour: get('hour'), minute: get('minute'), second: get('second'), zone: offset === '' ? '+00:00' : offset,
	};
}

/** A recording may claim any time; beyond what a date can hold it is shown as the last one there is. */
function clampTime(at: number): number {
	return Math.min(8.64e15, Math.max(-8.64e15, at));
}
