import {limitClusters} from './limit-clusters.ts';
import {countColumns} from './core.ts';
import type {Core, LoopingHandler} from './core.ts';
import {shiftRowsAtOnce} from './shift-rows.ts';

/**
Make an emulator safe to feed with recordings, which are written by whoever is recorded.

- Handlers that loop as often as a parameter says get no more than has an effect: `CSI 999999999 L` took half an hour.
- Operating system commands and device control strings (titles, colours, links, clipboard, images, queries) are skipped unread: none changes a cell, an endless one grows nothing.
- A cell holds 16 code points at most.

Other queries still make answers inside the emulator; nobody listens to them.
*/
export function guard(core: Core): void {
	shiftRowsAtOnce(core);
	clampParameters(core);
	skipStrings(core);
	limitClusters(core);
}

function clampParameters(core: Core): void {
	const handler = core._inputHandler;
	const most: Record<LoopingHandler, () => number> = {
		insertLines: () => countRegionRows(core),
		deleteLines: () => countRegionRows(core),
		scrollUp: () => countRegionRows(core),
		scrollDown: () => countRegionRows(core),
		scrollLeft: () => countColumns(core.buffers.active),
		scrollRight: () => countColumns(core.buffers.active),
		insertColumns: () => countColumns(core.buffers.active),
		deleteColumns: () => countColumns(core.buffers.active),
		insertChars: () => countColumns(core.buffers.active),
		deleteChars: () => countColumns(core.buffers.active),
		eraseChars: () => countColumns(core.buffers.active),
		cursorForwardTab: () => countColumns(core.buffers.active),
		cursorBackwardTab: () => countColumns(core.buffers.active),
		repeatPrecedingCharacter: () => countColumns(core.buffers.active) * core.buffers.active.lines.length,
	};
	for (const [name, countMost] of Object.entries(most) as ReadonlyArray<[LoopingHandler, () => number]>) { // The keys are those of the record.
		const handle = handler[name].bind(handler);
		handler[name] = parameters => {
			parameters.params[0] = Math.min(parameters.params[0] ?? 0, countMost());
			return handle(parameters);
		};
	}
}

function countRegionRows({buffers: {active}}: Core): number {
	return active.scrollBottom - active.scrollTop + 1;
}

function skipStrings({_inputHandler: {_parser}}: Core): void {
	Object.assign(_parser._oscParser, {start: skip, put: skip, end: skip});
	Object.assign(_parser._dcsParser, {hook: skip, put: skip, unhook: skip});
}

function skip(): void {} // eslint-disable-line @typescript-eslint/no-empty-function -- That is the point.
