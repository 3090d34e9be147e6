const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/**
A position in a recording as people read and type it: `0:42`, `12:04`, `1:02:30`.

@param positionMs - time since the recording's start; below 0 is written as 0.
@param isExact - with milliseconds: `12:04.417`. Otherwise the seconds gone by, never rounded up.
*/
export function writePosition(positionMs: number, isExact = false): string {
	const wholeMs = Math.max(0, Math.floor(positionMs));
	const seconds = pad(Math.floor(wholeMs / secondMs) % 60, 2);
	const minutes = Math.floor(wholeMs / minuteMs) % 60;
	const hours = Math.floor(wholeMs / hourMs);
	const clock = hours > 0 ? `${hours}:${pad(minutes, 2)}:${seconds}` : `${minutes}:${seconds}`;
	return isExact ? `${clock}.${pad(wholeMs % secondMs, 3)}` : clock;
}

/**
Read a position: seconds (`90`, `2.5`), `12:30` or `1:02:30.5`.

@returns Milliseconds since the start; `undefined` when it is none of these.
*/
export function parsePosition(text: string): number | undefined {
	const match = /^(?:(?:(?<hours>\d{1,6}):)?(?<minutes>\d{1,8}):)?(?<seconds>\d{1,10}(?:\.\d{1,9})?)$/v.exec(text);
	if (match === null) {
		return undefined;
	}

	const {hours, minutes, seconds = ''} = match.groups ?? {};
	const isClock = minutes !== undefined;
	if ((hours !== undefined && Number(minutes) > 59) || (isClock && !/^[0-5]?\d(?:\.\d+)?$/v.test(seconds))) {
		return undefined;
	}

	return (Number(hours ?? 0) * hourMs) + (Number(minutes ?? 0) * minuteMs) + Math.round(Number(seconds) * secondMs);
}

function pad(value: number, width: number): string {
	return String(value).padStart(width, '0');
}
