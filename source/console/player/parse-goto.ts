import {parsePosition} from '../../format/position.ts';
import type {WallClock} from '../text/find-clock.ts';

/** A place as people type it: on the recorded scale, relative to here, in percent of the bar, or by the wall clock. */
export type Goto =
	| {readonly type: 'position'; readonly positionMs: number}
	| {readonly type: 'shift'; readonly shiftMs: number}
	| {readonly type: 'percent'; readonly percent: number}
	| {readonly type: 'clock'; readonly clock: WallClock};

const unitsMs: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000};

/**
Read what was typed to go somewhere: `90`, `12:30`, `1:02:30.5`, `+1:30`, `-10s`, `25%`, `@10:58:22`, `2026-11-23 10:58`.

@returns `undefined` when it is none of these.
*/
export function parseGoto(text: string): Goto | undefined {
	const percent = /^(?<number>\d{1,3}(?:\.\d{1,9})?)%$/v.exec(text)?.groups?.number;
	if (percent !== undefined) {
		return Number(percent) <= 100 ? {type: 'percent', percent: Number(percent)} : undefined;
	}

	const clock = parseClock(text);
	if (clock !== undefined) {
		return {type: 'clock', clock};
	}

	if (!/^[+\-]/v.test(text)) {
		const positionMs = parsePosition(text);
		return positionMs === undefined ? undefined : {type: 'position', positionMs};
	}

	const lengthMs = parseLength(text.slice(1));
	return lengthMs === undefined ? undefined : {type: 'shift', shiftMs: text.startsWith('-') ? -lengthMs : lengthMs};
}

function parseClock(text: string): WallClock | undefined {
	const found = /^(?:@|(?<day>\d{4}-\d{2}-\d{2})[ T])(?<hours>\d{1,2}):(?<minutes>\d{2})(?::(?<seconds>\d{2}(?:\.\d{1,3})?))?$/v.exec(text)?.groups;
	const {day, hours, minutes, seconds = '0'} = found ?? {};
	const isClock = found !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
	return isClock ? {day, timeMs: Math.round((((Number(hours) * 60) + Number(minutes)) * 60_000) + (Number(seconds) * 1000))} : undefined;
}

function parseLength(text: string): number | undefined {
	const {number, unit} = /^(?<number>\d{1,9}(?:\.\d{1,9})?)(?<unit>ms|[hms])$/v.exec(text)?.groups ?? {};
	const unitMs = unitsMs[unit ?? ''];
	return number === undefined || unitMs === undefined ? parsePosition(text) : Math.round(Number(number) * unitMs);
}
