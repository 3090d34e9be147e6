import type {Size} from '../layout.ts';

const mostColumns = 76;

/** Both edges with a blank inside. */
export const frameColumns = 4;

/** Cells that a line of a dialog may take. */
export function dialogRoom({columns}: Size): number {
	return Math.min(mostColumns, columns) - frameColumns;
}
