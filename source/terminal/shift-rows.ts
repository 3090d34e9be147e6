import type {Core, CoreLine, CoreParameters} from './core.ts';

/** Handlers that move rows within the scroll region, one row at a time for as many times as their parameter says. */
export type RowHandler = 'insertLines' | 'deleteLines' | 'scrollUp' | 'scrollDown';

/** Those that begin at the cursor's row, not at the region's top. */
const cursorHandlers: ReadonlySet<RowHandler> = new Set(['insertLines', 'deleteLines']);
const downwardHandlers: ReadonlySet<RowHandler> = new Set(['insertLines', 'scrollDown']);
const rowHandlers = ['insertLines', 'deleteLines', 'scrollUp', 'scrollDown'] as const satisfies readonly RowHandler[];

/**
Let the row handlers move all rows at once: row by row, a megabyte of `CSI 999 L` took fifteen seconds.

The handler itself does the first step, with all else that belongs to it; the blank row that it makes is the pattern for the others.
*/
export function shiftRowsAtOnce(core: Core): void {
	const handler = core._inputHandler;
	for (const name of rowHandlers) {
		const isAtCursor = cursorHandlers.has(name);
		const handle = handler[name].bind(handler);
		handler[name] = (parameters: CoreParameters) => {
			if (isAtCursor) {
				handler._restrictCursor(); // As the handler itself begins.
			}

			const {y, scrollTop, scrollBottom} = core.buffers.active;
			const top = isAtCursor ? y : scrollTop;
			const count = Math.min(Math.max(1, parameters.params[0] ?? 1), scrollBottom - top + 1);
			parameters.params[0] = 1;
			const isHandled = handle(parameters);
			if (count > 1 && top >= scrollTop) {
				shift(core, {top, bottom: scrollBottom, count: count - 1, isDownward: downwardHandlers.has(name)});
			}

			return isHandled;
		};
	}
}

type Shift = {
	readonly top: number;
	readonly bottom: number;
	readonly count: number;
	readonly isDownward: boolean;
};

/** Rows pushed out come back as blank ones at the other end. */
function shift({buffers: {active}}: Core, {top, bottom, count, isDownward: isDown}: Shift): void {
	const {lines, ybase} = active;
	const rows = Array.from({length: bottom - top + 1}, (_, row) => lines.get(ybase + top + row)).filter(line => line !== undefined);
	const pattern = isDown ? rows[0] : rows.at(-1);
	const pushed: readonly CoreLine[] = isDown ? rows.slice(-count) : rows.slice(0, count);
	const kept: readonly CoreLine[] = isDown ? rows.slice(0, -count) : rows.slice(count);
	for (const line of pushed) {
		if (pattern !== undefined && line !== pattern) {
			line.copyFrom(pattern);
		}
	}

	for (const [row, line] of (isDown ? [...pushed, ...kept] : [...kept, ...pushed]).entries()) {
		lines.set(ybase + top + row, line);
	}
}
