import type {Hit, SeenLine} from '../../moments.ts';
import type {TextRange} from '../../query/text-range.ts';

type Kept = {-readonly [Key in keyof Hit]: Hit[Key]};

/** Different lines, and times of one line, that are remembered to see that they are one hit. */
const keptLines = 20_000;
const keptTimes = 16;

/**
Counts the hits of one session and keeps the first ones by position, whatever order they come in.

Equal lines that stood at the same time are one hit, from the first's beginning to the last's end.
*/
export class HitList {
	readonly #limit: number;
	readonly #timesByLine = new Map<string, Kept[]>();
	#first = new Set<Kept>();
	#count = 0;

	constructor(limit: number) {
		this.#limit = limit;
	}

	get count(): number {
		return this.#count;
	}

	/** Lines come in the order in which they were closed. */
	add({kind, fromMs, untilMs, text}: SeenLine, matches: readonly TextRange[]): void {
		const key = kind + text;
		const times = this.#timesByLine.get(key) ?? [];
		const hit: Kept = {kind, fromMs, untilMs, line: text, matches};
		for (let last = times.at(-1); last !== undefined && last.untilMs >= hit.fromMs; last = times.at(-1)) {
			hit.fromMs = Math.min(hit.fromMs, last.fromMs);
			hit.untilMs = Math.max(hit.untilMs, last.untilMs);
			times.pop();
			this.#first.delete(last);
			this.#count--;
		}

		this.#count++;
		this.#first.add(hit);
		times.push(hit);
		this.#remember(key, times.slice(-keptTimes));
		if (this.#first.size > (2 * this.#limit) + 100) {
			this.#first = new Set(this.list());
		}
	}

	/** By position. */
	list(): readonly Hit[] {
		return [...this.#first].toSorted((a, b) => a.fromMs - b.fromMs || a.untilMs - b.untilMs).slice(0, this.#limit);
	}

	#remember(key: string, times: Kept[]): void {
		this.#timesByLine.delete(key);
		this.#timesByLine.set(key, times);
		const [oldest] = this.#timesByLine.keys();
		if (this.#timesByLine.size > keptLines && oldest !== undefined) {
			this.#timesByLine.delete(oldest);
		}
	}
}
