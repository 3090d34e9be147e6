import {parsePosition} from '../../format/position.ts';

/** A place as people type it: on the recorded scale, relative to here, or in percent of the bar. */
export type Goto =
	| {readonly type: 'position'; readonly positionMs: number}
	| {readonly type: 'shift'; readonly shiftMs: number}
	| {readonly type: 'percent'; readonly percent: number};

const unitsMs: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000};

/**
Read what was typed to go somewhere: `90`, `12:30`, `1:02:30.5`, `+1:30`, `-10s`, `25%`.

@returns `undefined` when it is none of these.
*/
export function parseGoto(text: string): Goto | undefined {
	const percent = /^(?<number>\d{1,3}(?:\.\d{1,9})?)%$/v.exec(text)?.groups?.number;
	if (percent !== undefined) {
		return Number(percent) <= 100 ? {type: 'percent', percent: Number(percent)} : undefined;
	}

	if (!/^[+\-]/v.test(text)) {
		const positionMs = parsePosition(text);
		return positionMs === undefined ? undefined : {type: 'position', positionMs};
	}

	const lengthMs = parseLength(text.slice(1));
	return lengthMs === undefined ? undefined : {type: 'shift', shiftMs: text.startsWith('-') ? -lengthMs : lengthMs};
}

function parseLength(text: string): number | undefined {
	const {number, unit} = /^(?<number>\d{1,9}(?:\.\d{1,9})?)(?<unit>ms|[hms])$/v.exec(text)?.groups ?? {};
	const unitMs = unitsMs[unit ?? ''];
	return number === undefined || unitMs === undefined ? parsePosition(text) : Math.round(Number(number) * unitMs);
}
