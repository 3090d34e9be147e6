/** A length of time as written: `lengthMs`, and how much its last figure stands for (`2m` a minute, `1.5s` a tenth of a second). */
export type Duration = {readonly lengthMs: number; readonly unitMs: number};

/** One unit or several, e.g. `1h30m`, `1.5d`; `undefined` when it is none. */
export function parseDuration(word: string): Duration | undefined {
	if (!/^(?:\d{1,9}(?:\.\d{1,3})?(?:ms|[dhmsw]))+$/v.test(word)) {
		return undefined;
	}

	let lengthMs = 0;
	let unitMs = 0;
	for (const part of word.split(/(?<=[a-z])(?=\d)/v)) {
		const unit = part.replaceAll(/[\d.]/gv, '');
		const figures = part.slice(0, -unit.length);
		const digits = figures.split('.', 2)[1]?.length ?? 0;
		unitMs = Math.max(1, Math.round((unitsMs[unit] ?? 0) / (10 ** digits)));
		lengthMs += Number(figures) * (unitsMs[unit] ?? 0);
	}

	return {lengthMs: Math.round(lengthMs), unitMs};
}

const unitsMs: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000};
