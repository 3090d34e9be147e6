import {countColumns, listLines} from './core.ts';
import type {Core, CoreLine, LoopingHandler} from './core.ts';
import {repairLine} from './repair-line.ts';

const underlined = 0x10_00_00_00;
const charsetLevels = [0, 1, 2, 3];
const rowShifters: ReadonlySet<LoopingHandler> = new Set(['insertChars', 'deleteChars']);
const screenShifters: readonly LoopingHandler[] = ['insertColumns', 'deleteColumns', 'scrollLeft', 'scrollRight'];

/** Keep the emulator out of states that no escape sequence can lead to, which a keyframe could not tell. Each function names one. */
export function mend(core: Core): void {
	keepCharsets(core);
	keepTabsInside(core);
	keepCharactersWhole(core);
	keepOnlyRow(core);
}

/**
Save and restore all four character sets and the one in use with the cursor, as terminals do; the emulator alone keeps only a translation table that belongs to none of them.

A cursor waiting to wrap is saved as standing in the last column, which is where it is restored anyway. The underline's kind follows what is restored: else it stays behind and shows up again with the next underline colour.
*/
function keepCharsets(core: Core): void {
	const handler = core._inputHandler;
	const charsets = core._charsetService;
	const save = handler.saveCursor.bind(handler);
	const restore = handler.restoreCursor.bind(handler);
	handler.saveCursor = () => {
		const buffer = core.buffers.active;
		save();
		buffer.savedX = Math.min(buffer.savedX, countColumns(buffer) - 1);
		buffer.savedCharset = {level: charsets.glevel, sets: charsetLevels.map(level => charsets._charsets[level])};
		return true;
	};

	handler.restoreCursor = () => {
		restore();
		const {level, sets} = core.buffers.active.savedCharset ?? {level: 0, sets: []};
		for (const index of charsetLevels) {
			charsets.setgCharset(index, sets[index]);
		}

		charsets.setgLevel(level);
		resetUnderline(core);
		return true;
	};
}

function resetUnderline({_inputHandler: {_curAttrData: attributes}}: Core): void {
	attributes.extended = attributes.extended.clone();
	attributes.extended.underlineStyle = (attributes.fg & underlined) === 0 ? 0 : 1;
	attributes.updateExtended();
}

/** A tab stop set while the cursor waits to wrap belongs to the last column; the emulator would keep it outside the screen. */
function keepTabsInside(core: Core): void {
	core._inputHandler.tabSet = () => {
		const {active} = core.buffers;
		active.tabs[Math.min(active.x, countColumns(active) - 1)] = true;
		return true;
	};
}

/** Shifting cells, inserting text and text at the right edge with autowrap off may overwrite half of a wide character and leave the other half standing. */
function keepCharactersWhole(core: Core): void {
	const handler = core._inputHandler;
	const print = handler.print.bind(handler);
	handler.print = (codePoints, start, end) => {
		print(codePoints, start, end);
		const {lines, y, ybase} = core.buffers.active;
		const line = lines.get(ybase + y);
		if (core.coreService.modes.insertMode) {
			repairLines(listLines(core.buffers.active));
		} else if (line !== undefined && !core.coreService.decPrivateModes.wraparound) {
			repairLine(line, line.length - 2);
		}
	};

	for (const name of [...rowShifters, ...screenShifters]) {
		const handle = handler[name].bind(handler);
		handler[name] = parameters => {
			const isHandled = handle(parameters);
			const {lines, y, ybase} = core.buffers.active;
			repairLines(rowShifters.has(name) ? [lines.get(ybase + y)] : listLines(core.buffers.active));
			return isHandled;
		};
	}
}

function repairLines(lines: ReadonlyArray<CoreLine | undefined>): void {
	for (const line of lines) {
		if (line !== undefined) {
			repairLine(line);
		}
	}
}

/** A screen of one row scrolls by using its row again; a character that grows wide and wraps would be copied from a row already blank. */
function keepOnlyRow({_bufferService, buffers}: Core): void {
	const scroll = _bufferService.scroll.bind(_bufferService);
	_bufferService.scroll = (attributes, isWrapped) => {
		if (buffers.active.lines.length === 1) {
			buffers.active.lines.push(buffers.active.getBlankLine(attributes, isWrapped));
		} else {
			scroll(attributes, isWrapped);
		}
	};
}
