import test from 'ava';
import fc from 'fast-check';
import {cutEnd, cutMiddle, fillEnd, fillStart} from '../../source/console/text/fit-text.ts';
import {formatAge, formatLength, formatSum, groupDigits} from '../../source/console/text/format-length.ts';
import {formatBytes, formatSize} from '../../source/console/text/format-size.ts';
import {formatClock, formatDay, formatInstant, formatStart, isTimeZone} from '../../source/console/text/format-time.ts';
import {measureText} from '../../source/console/text/measure-text.ts';
import {toAscii} from '../../source/console/text/to-ascii.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

test('lengths read as clocks, from 100 hours on as days', t => {
	t.deepEqual([41 * secondMs, 2_851_000, 13_450_000, (100 * hourMs) - 1, 101 * hourMs, -5].map(lengthMs => formatLength(lengthMs)), ['0:41', '47:31', '3:44:10', '99:59:59', '4d 05h', '0:00']);
});

test('ages take four characters at most', t => {
	t.deepEqual([45 * secondMs, 16 * minuteMs, 72 * minuteMs, 2 * hourMs, 16.5 * hourMs, 30 * hourMs, 140 * 24 * hourMs].map(ageMs => formatAge(ageMs)), ['45s', '16m', '1h12', '2h', '16h', '1d', '20w']);
});

test('sums are said in words', t => {
	t.deepEqual([34_140_000, 12 * minuteMs, 41 * secondMs].map(sumMs => formatSum(sumMs)), ['9 h 29 min', '12 min', '41 s']);
});

test('sizes are in powers of 1000, with one decimal from megabytes on', t => {
	t.deepEqual([0, 812, 9000, 190_400, 8_100_000, 412_000_000, 2.2e12].map(sizeBytes => formatSize(sizeBytes)), ['0', '812', '9K', '190K', '8.1M', '412M', '2.2T']);
	t.deepEqual([0, 1, 812, 13_400_000].map(sizeBytes => formatBytes(sizeBytes)), ['0 bytes', '1 byte', '812 bytes', '13.4 MB']);
});

test('thousands are grouped', t => {
	t.deepEqual([0, 999, 1000, 10_412, 1_234_567].map(value => groupDigits(value)), ['0', '999', '1,000', '10,412', '1,234,567']);
});

test('times are those of the chosen zone, its summer time included', t => {
	const at = Date.UTC(2026, 6, 1, 23, 30, 5);
	t.is(formatStart(at, at, 'Europe/Berlin'), 'Jul  2 01:30');
	t.is(formatClock(at, 'Europe/Berlin'), 'Thu 01:30:05 +02:00');
	t.is(formatClock(at, 'UTC'), 'Wed 23:30:05 +00:00');
	t.is(formatInstant(at, '-03:30'), 'Wed 2026-07-01 20:00:05 -03:30');
	t.is(formatDay(at, 'Europe/Berlin'), '2026-07-02');
});

test('a start in another year shows the year', t => {
	t.is(formatStart(Date.UTC(2025, 10, 23), Date.UTC(2026, 10, 23), 'UTC'), 'Nov 23  2025');
});

test('a recorded time beyond every calendar is shown, not thrown at', t => {
	t.notThrows(() => formatStart(1e300, 0, 'UTC'));
	t.notThrows(() => formatStart(-1e300, 0, 'UTC'));
});

test('zones are known by name and by offset', t => {
	t.deepEqual(['UTC', 'Europe/Berlin', '+01:00', 'Mars/Olympus', ''].map(zone => isTimeZone(zone)), [true, true, true, false, false]);
});

test('text is cut at its end or in its middle, wide characters as a whole', t => {
	t.is(cutEnd('curl -sI http', 12, '…'), 'curl -sI ht…');
	t.is(cutMiddle('/etc/nginx/sites-enabled/shop', 13, '…'), '/etc/n…d/shop');
	t.is(cutEnd('田中田中', 4, '…'), '田…');
	t.is(fillStart('31', 5, '…'), '   31');
});

test('filled text takes exactly its cells, whatever the text', t => {
	fc.assert(fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 0, max: 30}), (text, columns) => {
		const clean = text.replaceAll(/\p{Other}/gv, '');
		t.is(measureText(fillEnd(clean, columns, '…')), columns);
		t.is(measureText(fillStart(clean, columns, '…')), columns);
		t.true(measureText(cutMiddle(clean, columns, '…')) <= columns);
	}));
});

test('a terminal without Unicode gets a like sign, or a question mark in each cell', t => {
	t.is(toAscii('80×24 … ≤ 2'), '80x24 ~ < 2');
	t.is(toAscii('Ünal 田中'), '?nal ????');
});
