export const anyOne = Symbol('any one character that is no blank');

/** Texts and single characters that follow each other at once. */
type Segment = ReadonlyArray<string | typeof anyOne>;

/** Folded segments, at least one. Between two is any run without blanks, or in a phrase a run of blanks. */
export type Glob = {
	readonly segments: readonly Segment[];
	readonly joint: 'any' | 'blanks';
	/** May begin inside a word. */
	readonly isStartFree: boolean;
	readonly isEndFree: boolean;
};

/** One look through one text. Remembers what did not fit, so that no place is tried twice. */
export class GlobSearch {
	readonly #glob: Glob;
	readonly #text: string;
	/** For each segment, by the blank that ends a run: from where on in that run it and those behind it are not found. */
	readonly #failed: ReadonlyArray<Map<number, number>>;
	/** For each segment, where its first piece was looked for and found last. */
	readonly #found: Array<{readonly from: number; readonly at: number}> = [];
	/** The run looked at last: no blank from here to there. */
	#run = {from: 0, end: -1};

	constructor(glob: Glob, text: string) {
		this.#glob = glob;
		this.#text = text;
		this.#failed = glob.segments.map(() => new Map());
	}

	/** The next place where a match may begin; -1 when there is none. */
	findStart(from: number): number {
		let at = from;
		do {
			at = this.#findFirst(0, at);
		} while (at !== -1 && !this.#glob.isStartFree && isInWord(this.#text, at) && ++at > 0);

		return at;
	}

	/** Where the match that begins here ends; -1 when none does. */
	matchAt(at: number, segment = 0): number {
		const end = this.#matchSegment(at, segment);
		if (end === -1 || segment === this.#glob.segments.length - 1) {
			return end === -1 || (!this.#glob.isEndFree && isInWord(this.#text, end)) ? -1 : end;
		}

		if (this.#glob.joint === 'any') {
			return this.#matchBehindRun(end, segment + 1);
		}

		const next = findFilled(this.#text, end);
		return next <= end ? -1 : this.matchAt(next, segment + 1);
	}

	#matchBehindRun(from: number, segment: number): number {
		const runEnd = this.#findRunEnd(from);
		const failed = this.#failed[segment];
		const last = Math.min(runEnd, (failed?.get(runEnd) ?? Infinity) - 1);
		for (let at = this.#findFirst(segment, from); at !== -1 && at <= last; at = this.#findFirst(segment, at + 1)) {
			const end = this.matchAt(at, segment);
			if (end !== -1) {
				return end;
			}
		}

		failed?.set(runEnd, Math.min(from, last + 1));
		return -1;
	}

	/** Where the next blank stands, or the end. */
	#findRunEnd(from: number): number {
		if (from < this.#run.from || from > this.#run.end) {
			const blank = /\s/gv;
			blank.lastIndex = from;
			this.#run = {from, end: blank.exec(this.#text)?.index ?? this.#text.length};
		}

		return this.#run.end;
	}

	/** Where the first piece of a segment next stands; -1 when nowhere. */
	#findFirst(segment: number, from: number): number {
		const known = this.#found[segment];
		if (known !== undefined && from >= known.from && (from <= known.at || known.at === -1)) {
			return known.at;
		}

		const first = this.#glob.segments[segment]?.[0];
		const at = typeof first === 'string' ? this.#text.indexOf(first, from) : findFilled(this.#text, from);
		this.#found[segment] = {from, at};
		return at;
	}

	#matchSegment(from: number, segment: number): number {
		let at = from;
		for (const piece of this.#glob.segments[segment] ?? []) {
			if (typeof piece === 'string' ? !this.#text.startsWith(piece, at) : isBlankAt(this.#text, at)) {
				return -1;
			}

			at += typeof piece === 'string' ? piece.length : String.fromCodePoint(this.#text.codePointAt(at) ?? 0).length;
		}

		return at;
	}
}

/** Where the next character stands that is no blank; -1 when there is none. Never inside a character of two units. */
function findFilled(text: string, from: number): number {
	let at = from;
	while (at < text.length && (isBlankAt(text, at) || (text.codePointAt(at - 1) ?? 0) > 0xFF_FF)) {
		at++;
	}

	return at < text.length ? at : -1;
}

/** True for the end, too. */
function isBlankAt(text: string, at: number): boolean {
	return at >= text.length || /\s/v.test(text.charAt(at));
}

/** True between two letters or digits of one word. */
function isInWord(text: string, at: number): boolean {
	const between = /(?<=[\p{Letter}\p{Number}])(?=[\p{Letter}\p{Number}])/vy;
	between.lastIndex = at;
	return between.test(text);
}
