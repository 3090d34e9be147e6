import type {TypedKey} from './read-keys.ts';

const mostUnits = 32 * 1024;

/** A line as a person types and mends it. */
export type LineEditor = {
	readonly press: (key: TypedKey) => void;
	/** Parts between completions: what Tab put between them was not typed. */
	readonly readParts: () => readonly string[];
	readonly clear: () => void;
};

const completion = '\t'; // No typed character: Tab itself never stands in a line.

/** Edit a line as shells do. What only they know (history, completions) is left out. */
export function createLineEditor(): LineEditor {
	let before = '';
	let after = '';
	let killed = '';

	function moveTo(index: number): void {
		const all = before + after;
		before = all.slice(0, index);
		after = all.slice(index);
	}

	function kill(from: number, until: number): void {
		const all = before + after;
		killed = all.slice(from, until);
		before = all.slice(0, from);
		after = all.slice(until);
	}

	function insert(text: string): void {
		before = before.length + after.length < mostUnits ? before + text : before;
	}

	return {
		press(key) {
			switch (key.type) {
				case 'text': {
					insert(key.text);
					break;
				}

				case 'tab': {
					insert(completion);
					break;
				}

				case 'backspace': {
					before = dropLast(before);
					break;
				}

				case 'delete': {
					after = after.slice(firstLength(after));
					break;
				}

				case 'killBefore': {
					kill(0, before.length);
					break;
				}

				case 'killAfter': {
					kill(before.length, before.length + after.length);
					break;
				}

				case 'killWord': {
					kill(findWordStart(before), before.length);
					break;
				}

				case 'yank': {
					insert(killed);
					break;
				}

				case 'start': {
					moveTo(0);
					break;
				}

				case 'end': {
					moveTo(before.length + after.length);
					break;
				}

				case 'left': {
					moveTo(dropLast(before).length);
					break;
				}

				case 'right': {
					moveTo(before.length + firstLength(after));
					break;
				}

				case 'wordLeft': {
					moveTo(findWordStart(before));
					break;
				}

				case 'wordRight': {
					moveTo(before.length + (/^\s*\S*/v.exec(after)?.[0].length ?? 0));
					break;
				}

				case 'enter':
				case 'leave':
				case 'other': {
					break;
				}

				default: {
					key satisfies never;
				}
			}
		},
		readParts: () => (before + after).split(completion),
		clear() {
			before = '';
			after = '';
		},
	};
}

function dropLast(text: string): string {
	return text.slice(0, text.length - ([...text.slice(-2)].at(-1)?.length ?? 0));
}

function firstLength(text: string): number {
	return text === '' ? 0 : String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}

function findWordStart(text: string): number {
	const end = text.trimEnd();
	return Math.max(end.lastIndexOf(' '), end.lastIndexOf(completion)) + 1;
}
