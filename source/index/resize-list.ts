import type {Resize} from '../store/store.ts';

const most = 10_000; // A recording of nothing but new sizes must not fill the memory.

export type WindowSize = Pick<Resize, 'columns' | 'rows'>;

/** Gathers where the window got a new size. */
export type ResizeList = {
	/** The first size is none: nothing was there to resize. */
	readonly add: (size: Resize) => void;
	/** The first 10,000. */
	readonly read: () => readonly Resize[];
	/** All of them. */
	readonly count: () => number;
	/** The last size; `undefined` when none was told. */
	readonly readSize: () => WindowSize | undefined;
};

/** Where an earlier list ended. */
export type ResizeListStart = {
	readonly resizes: readonly Resize[];
	readonly size: WindowSize | undefined;
};

const beginning: ResizeListStart = {resizes: [], size: undefined};

export function createResizeList(before = beginning): ResizeList {
	const resizes = [...before.resizes];
	let {size} = before;
	let count = resizes.length;

	return {
		add({positionMs, columns, rows}) {
			const isNew = size !== undefined && (size.columns !== columns || size.rows !== rows);
			size = {columns, rows};
			if (!isNew) {
				return;
			}

			count++;
			if (resizes.length < most) {
				resizes.push({positionMs, columns, rows});
			}
		},
		read: () => [...resizes],
		count: () => count,
		readSize: () => size,
	};
}
