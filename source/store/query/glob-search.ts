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
	/** For each segment, from where on it and those behind it are not found before the next blank. */
	readonly #failed: ReadonlyArray<Set<number>>;

	constructor(glob: Glob, text: string) {
		this.#glob = glob;
		this.#text = text;
		this.#failed = glob.segments.map(() => new Set());
	}

	/** The next place where a match may begin; -1 when there is none. */
	findStart(from: number): number {
		const first = this.#glob.segments[0]?.[0];
		let at = from;
		do {
			at = typeof first === 'string' ? this.#text.indexOf(first, at) : findFilled(this.#text, at);
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
		const failed = this.#failed[segment];
		const tried: number[] = [];
		for (let at = from; failed?.has(at) === false; at++) {
			const end = this.matchAt(at, segment);
			if (end !== -1) {
				return end;
			}

			tried.push(at);
			if (isBlankAt(this.#text, at)) {
				break;
			}
		}

		for (const at of tried) {
			failed?.add(at);
		}

		return -1;
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

/** Where the next character stands that is no blank; -1 when there is none. */
function findFilled(text: string, from: number): number {
	const filled = /\S/gv;
	filled.lastIndex = from;
	return filled.exec(text)?.index ?? -1;
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
