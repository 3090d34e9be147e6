import {median} from './statistics.ts';

/** What one run of one program cost, by name and unit. */
export type Measured = Readonly<Record<string, number>>;

/** A Markdown table: a row for each program, its median, lowest to highest, and the median as a ratio of tlog-rec's. */
export function printComparison(question: string, results: ReadonlyMap<string, readonly Measured[]>): string {
	const fields = Object.keys(results.values().next().value?.[0] ?? {});
	const peer = results.get('tlog-rec') ?? [];
	const valuesOf = (runs: readonly Measured[], field: string): number[] => runs.map(each => each[field] ?? 0);
	return [
		'',
		`### ${question}`,
		'',
		`| recorder | ${fields.join(' | ')} |`,
		`|---|${fields.map(() => '---|').join('')}`,
		...results.entries().map(([name, runs]) => `| ${name} | ${fields.map(field => printCell(valuesOf(runs, field), valuesOf(peer, field))).join(' | ')} |`),
	].join('\n');
}

function printCell(values: readonly number[], peer: readonly number[]): string {
	const ratio = median(peer) > 0 ? ` ×${(median(values) / median(peer)).toFixed(2)}` : '';
	return `${print(median(values))} (${print(Math.min(...values))}–${print(Math.max(...values))})${ratio}`;
}

function print(value: number): string {
	return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
