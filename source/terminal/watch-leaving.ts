import type {Core, CoreParameters} from './core.ts';

/** Hears of rows before they are gone, even several within one write. Rows are counted from the top of the screen, from 0. */
export type LeavingRows = {
	/** The top row of the scroll region is pushed off; `isContinued` when its line goes on in the row below. */
	readonly scroll: (row: number, isContinued: boolean) => void;
	/** All rows go: cleared, reset, or left with the alternate screen. */
	readonly clear: () => void;
	/** Some rows go: erased as a part of the screen, deleted, or pushed out at the bottom. */
	readonly drop?: (first: number, last: number) => void;
};

/**
Watch rows leave the screen, by any sequence that takes away whole rows.

@param core - of a fresh terminal, guarded: counts must be clamped.
@param leaving - told just before.
*/
export function watchLeaving(core: Core, leaving: LeavingRows): void {
	watchScroll(core, leaving.scroll);
	watchClears(core, leaving.clear);
	const {drop} = leaving;
	if (drop === undefined) {
		return;
	}

	watchErased(core, drop);
	watchPushed(core, drop);
}

function watchScroll({_bufferService: service, buffers}: Core, tell: LeavingRows['scroll']): void {
	const handle = service.scroll.bind(service);
	service.scroll = (attributes, isWrapped = false) => {
		const {lines, ybase, scrollTop, scrollBottom} = buffers.active;
		const isGoesOn = scrollTop === scrollBottom ? isWrapped : lines.get(ybase + scrollTop + 1)?.isWrapped === true;
		tell(scrollTop, isGoesOn);
		handle(attributes, isWrapped);
	};
}

const alternateScreenModes = new Set([47, 1047, 1049]);

function watchClears(core: Core, tell: LeavingRows['clear']): void {
	const handler = core._inputHandler;
	const eraseInDisplay = handler.eraseInDisplay.bind(handler);
	handler.eraseInDisplay = (parameters, isProtected) => {
		if (parameters.params[0] === 2) {
			tell();
		}

		return eraseInDisplay(parameters, isProtected);
	};

	const resetModePrivate = handler.resetModePrivate.bind(handler);
	handler.resetModePrivate = parameters => {
		const modes = parameters.params.subarray(0, parameters.length);
		if (core.buffers.active === core.buffers.alt && modes.some(mode => alternateScreenModes.has(mode))) {
			tell();
		}

		return resetModePrivate(parameters);
	};

	const fullReset = handler.fullReset.bind(handler);
	handler.fullReset = () => {
		tell();
		return fullReset();
	};
}

function watchErased(core: Core, tell: (first: number, last: number) => void): void {
	const handler = core._inputHandler;
	const eraseInDisplay = handler.eraseInDisplay.bind(handler);
	handler.eraseInDisplay = (parameters, isProtected) => {
		const {x, y, lines, ybase} = core.buffers.active;
		if (parameters.params[0] === 0) {
			tell(x === 0 && y === 0 ? 0 : y + 1, lines.length - ybase - 1); // Shells erase from the prompt on with each key, to draw the row anew.
		} else if (parameters.params[0] === 1) {
			tell(0, y - 1);
		}

		return eraseInDisplay(parameters, isProtected);
	};
}

function watchPushed(core: Core, tell: (first: number, last: number) => void): void {
	const handler = core._inputHandler;
	/** Those in the lowest rows of the region are pushed out, or those from a row on. */
	const watch = (name: 'insertLines' | 'deleteLines' | 'scrollUp' | 'scrollDown', isAtBottom: boolean, isAtCursor: boolean): void => {
		const handle = handler[name].bind(handler);
		handler[name] = (parameters: CoreParameters) => {
			const {y, scrollTop, scrollBottom} = core.buffers.active;
			const top = isAtCursor ? y : scrollTop;
			if (top >= scrollTop && top <= scrollBottom) {
				const count = Math.min(Math.max(1, parameters.params[0] ?? 1), scrollBottom - top + 1);
				tell(isAtBottom ? scrollBottom - count + 1 : top, isAtBottom ? scrollBottom : top + count - 1);
			}

			return handle(parameters);
		};
	};

	watch('insertLines', true, true);
	watch('deleteLines', false, true);
	watch('scrollUp', false, false);
	watch('scrollDown', true, false);
	const reverseIndex = handler.reverseIndex.bind(handler);
	handler.reverseIndex = () => {
		const {y, scrollTop, scrollBottom} = core.buffers.active;
		if (y === scrollTop) {
			tell(scrollBottom, scrollBottom);
		}

		return reverseIndex();
	};
}
