import type {ShapedField} from './shaped-event.ts';

/**
Put the paths of an event in the order of their item numbers, and take the numbers out.

@param paths - fields of each PATH record, in the order of the log.
@returns `undefined` when the numbers are not 0, 1, 2 and so on, each once.
*/
export function collectPaths(paths: ReadonlyArray<readonly ShapedField[]>): ReadonlyArray<readonly ShapedField[]> | undefined {
	const items = new Map(paths.map(fields => [readItem(fields), fields.filter(({name}) => name !== 'item')]));
	const ordered = paths.map((_, index) => items.get(index));
	return items.size === paths.length && paths.length <= mostPaths && ordered.every(fields => fields !== undefined) ? ordered : undefined;
}

function readItem(fields: readonly ShapedField[]): number {
	const [first, second] = fields.filter(({name}) => name === 'item');
	const text = first?.texts[0] ?? '';
	return second === undefined && /^\d+$/v.test(text) ? Number(text) : -1;
}

const mostPaths = 256; // The kernel writes a handful; this is where aushape stops.
