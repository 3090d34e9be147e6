import {measureDistance} from './measure-distance.ts';

/** The name most like a mistyped one: at most two letters away, one in short names; `undefined` when none is. */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
	const word = typed.toLowerCase().slice(0, 32);
	const limit = word.length < 4 ? 1 : 2;
	const ranked = names.map(name => ({name, distance: measureDistance(word, name)})).toSorted((a, b) => a.distance - b.distance);
	return ranked[0] !== undefined && ranked[0].distance <= limit ? ranked[0].name : undefined;
}
