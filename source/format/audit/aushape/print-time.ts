/**
Make a printer of times with the offset of a zone, `2015-12-13T09:46:40.123+00:00`.

@param findOffsetMinutes - minutes east of Greenwich at an instant, in epoch milliseconds.
*/
export function createTimePrinter(findOffsetMinutes: (instantMs: number) => number): (seconds: number, milliseconds: number) => string {
	let lastSecond = NaN;
	let before = '';
	let offset = '';
	return (seconds, milliseconds) => {
		if (seconds !== lastSecond) {
			const offsetMinutes = findOffsetMinutes(seconds * 1000);
			before = new Date((seconds + (offsetMinutes * 60)) * 1000).toISOString().slice(0, -5);
			offset = printOffset(offsetMinutes);
			lastSecond = seconds;
		}

		return `${before}.${String(milliseconds).padStart(3, '0')}${offset}`;
	};
}

function printOffset(minutes: number): string {
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${String(Math.trunc(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}
