import {parseDuration} from './parse-duration.ts';
import {findInstant, isDay, readDay, readWeekday, shiftDay} from './zone.ts';
import type {Day} from './zone.ts';

/** What a time is read against: the instant now, and the zone whose calendar and clocks are meant. */
export type TimeContext = {
	/** Epoch milliseconds. */
	readonly now: number;
	/** IANA name or offset, e.g. `Europe/Prague`, `+02:00`. */
	readonly zone: string;
};

/** One time named: `to` is where the next day, minute, second or millisecond begins. */
export type Moment = {
	readonly kind: 'day' | 'clock' | 'instant';
	readonly from: number;
	readonly to: number;
	/** The day it was named on. */
	readonly day: Day | undefined;
};

/**
Read one time in words or figures; `undefined` when it is none.

A bare clock is on the day of `start` if given (the next one when it would be before it), else the last time gone by.
*/
export function parseMoment(text: string, context: TimeContext, start?: Moment): Moment | undefined {
	const word = text.toLowerCase().replaceAll(/\s+/gv, ' ');
	return parseInstant(word, context)
		?? parseDays(word, context)
		?? parseStamp(word, context)
		?? parseBareClock(word, context, start);
}

/** True for a text that a clock may follow: it names one day. */
export function isDayName(text: string): boolean {
	return parseDay(text.toLowerCase(), {now: 0, zone: 'UTC'}) !== undefined;
}

/** `2h`, `90m`: what `ago` may follow. */
export function isDuration(text: string): boolean {
	return parseDuration(text.toLowerCase()) !== undefined;
}

export function isMonth(text: string): boolean {
	return findMonth(text.toLowerCase()) !== undefined;
}

/** `14:00`, `14:00:05.5`. */
export function isClock(text: string): boolean {
	return parseClock(text) !== undefined;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function parseInstant(word: string, {now}: TimeContext): Moment | undefined {
	const ago = parseDuration(word.replace(/ ago$/v, ''))?.lengthMs;
	if (word === 'now' || ago !== undefined) {
		return {kind: 'instant', from: now - (ago ?? 0), to: now - (ago ?? 0) + 1, day: undefined};
	}

	const epoch = /^@(?<seconds>\d{1,11})(?:\.(?<fraction>\d{1,9}))?$/v.exec(word)?.groups;
	if (epoch === undefined) {
		return undefined;
	}

	const from = (Number(epoch.seconds) * 1000) + Math.floor(Number(`0.${epoch.fraction ?? '0'}`) * 1000);
	return {kind: 'instant', from, to: from + (epoch.fraction === undefined ? 1000 : 1), day: undefined};
}

function parseDays(word: string, context: TimeContext): Moment | undefined {
	const today = readDay(context.zone, context.now);
	const monday = shiftDay(today, 1 - readWeekday(today));
	if (word === 'last week') {
		return spanDays(context.zone, shiftDay(monday, -7), monday);
	}

	if (word === 'last month') {
		const first = {...today, day: 1};
		return spanDays(context.zone, {...shiftDay(first, -1), day: 1}, first);
	}

	const day = parseDay(word, context);
	return day === undefined ? undefined : spanDays(context.zone, day, shiftDay(day, 1));
}

function spanDays(zone: string, day: Day, next: Day): Moment {
	return {kind: 'day', from: findInstant(zone, day, 0), to: findInstant(zone, next, 0), day};
}

/** A day without its year is the last one gone by. */
function parseDay(word: string, {now, zone}: TimeContext): Day | undefined {
	const today = readDay(zone, now);
	if (word === 'today' || word === 'yesterday') {
		return shiftDay(today, word === 'today' ? 0 : -1);
	}

	const weekday = weekdays.indexOf(word) + 1;
	if (weekday > 0) {
		return shiftDay(today, -(((readWeekday(today) - weekday + 6) % 7) + 1));
	}

	const found = /^(?:(?<year>\d{4})-)?(?<month>\d{1,2})-(?<day>\d{1,2})$/v.exec(word)?.groups ?? /^(?<day>\d{1,2}) (?<name>[a-z]{3,9})$/v.exec(word)?.groups;
	if (found === undefined) {
		return undefined;
	}

	const month = found.name === undefined ? Number(found.month) : findMonth(found.name) ?? 0;
	const named = {year: Number(found.year ?? today.year), month, day: Number(found.day)};
	const isToCome = found.year === undefined && Date.UTC(named.year, month - 1, named.day) > Date.UTC(today.year, today.month - 1, today.day);
	const day = isToCome ? {...named, year: named.year - 1} : named;
	return isDay(day) ? day : undefined;
}

/** The month of an English name or the start of one, at least three letters. */
function findMonth(name: string): number | undefined {
	const index = name.length < 3 ? -1 : months.findIndex(month => month.startsWith(name));
	return index === -1 ? undefined : index + 1;
}

/** A day with a clock: `2026-11-23T14:00:05.5+01:00`, `yesterday 14:00`. */
function parseStamp(word: string, context: TimeContext): Moment | undefined {
	const found = /^(?<day>.*?\S)(?:t|\s)(?<clock>\d\d?:[\d.:]+)(?<offset>z|[+\-]\d\d:\d\d)?$/v.exec(word)?.groups;
	const clock = parseClock(found?.clock ?? '');
	const day = parseDay(found?.day ?? '', context);
	if (clock === undefined || day === undefined) {
		return undefined;
	}

	return placeClock(found?.offset === undefined ? context.zone : parseOffset(found.offset), day, clock);
}

function parseOffset(offset: string): string {
	return offset === 'z' ? 'UTC' : offset;
}

function parseBareClock(word: string, {now, zone}: TimeContext, start: Moment | undefined): Moment | undefined {
	const clock = parseClock(word);
	if (clock === undefined) {
		return undefined;
	}

	const today = readDay(zone, now);
	const day = start?.day ?? (start === undefined ? today : readDay(zone, start.from));
	const moment = placeClock(zone, day, clock);
	if (start !== undefined) {
		return moment.from < start.from ? placeClock(zone, shiftDay(day, 1), clock) : moment;
	}

	return moment.from > now ? placeClock(zone, shiftDay(day, -1), clock) : moment;
}

type ClockTime = {readonly dayMs: number; readonly lengthMs: number};

function placeClock(zone: string, day: Day, {dayMs, lengthMs}: ClockTime): Moment {
	const from = findInstant(zone, day, dayMs);
	return {kind: 'clock', from, to: from + lengthMs, day};
}

function parseClock(word: string): ClockTime | undefined {
	const found = /^(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?)?$/v.exec(word)?.groups;
	const [hour, minute, second] = [Number(found?.hour), Number(found?.minute), Number(found?.second ?? 0)];
	if (found === undefined || hour > 23 || minute > 59 || second > 59) {
		return undefined;
	}

	const dayMs = (hour * 3_600_000) + (minute * 60_000) + (second * 1000) + Math.floor(Number(`0.${found.fraction ?? '0'}`) * 1000);
	return {dayMs, lengthMs: found.second === undefined ? 60_000 : (found.fraction === undefined ? 1000 : 1)};
}
