import test from 'ava';
import {findClock} from '../../source/console/text/find-clock.ts';

const hourMs = 3_600_000;

const cases: ReadonlyArray<readonly [title: string, at: Parameters<typeof findClock>, found: string | undefined]> = [
	['a time of day in the stretch', [{day: undefined, timeMs: 10.5 * hourMs}, stretch('2026-11-23T10:00Z', '2026-11-23T11:00Z'), 'UTC'], '2026-11-23T10:30:00.000Z'],
	['a time of day of another zone', [{day: undefined, timeMs: hourMs}, stretch('2026-11-22T23:00Z', '2026-11-23T02:00Z'), '+02:00'], '2026-11-22T23:00:00.000Z'],
	['the first of two days', [{day: undefined, timeMs: 0}, stretch('2026-11-23T10:00Z', '2026-11-26T11:00Z'), 'UTC'], '2026-11-24T00:00:00.000Z'],
	['the day that is named', [{day: '2026-11-25', timeMs: 0}, stretch('2026-11-23T10:00Z', '2026-11-26T11:00Z'), 'UTC'], '2026-11-25T00:00:00.000Z'],
	['another day than those of the stretch', [{day: '2026-11-29', timeMs: 0}, stretch('2026-11-23T10:00Z', '2026-11-26T11:00Z'), 'UTC'], undefined],
	['a time outside', [{day: undefined, timeMs: 12 * hourMs}, stretch('2026-11-23T10:00Z', '2026-11-23T11:00Z'), 'UTC'], undefined],
	['the day on which the clocks are set back', [{day: undefined, timeMs: 12 * hourMs}, stretch('2026-10-25T00:00Z', '2026-10-25T20:00Z'), 'Europe/Berlin'], '2026-10-25T11:00:00.000Z'],
];
for (const [title, [clock, span, zone], found] of cases) {
	test(`a wall clock finds ${title}`, t => {
		const at = findClock(clock, span, zone);
		t.is(at === undefined ? undefined : new Date(at).toISOString(), found);
	});
}

function stretch(from: string, until: string) {
	return {fromAt: Date.parse(from), untilAt: Date.parse(until)};
}
