import type {Terminal} from '@xterm/headless';
import {dropStaleText} from './cell.ts';
import {repairLine} from './repair-line.ts';
import {listLines} from './core.ts';
import type {Core, CoreBuffer} from './core.ts';

/** Change the size so that nothing of the old one stays behind unseen: what escape sequences cannot express must not come back at the next size. */
export function resizeCore(terminal: Terminal, core: Core, size: {readonly columns: number; readonly rows: number}): void {
	const buffers = [core.buffers.normal, core.buffers.alt];
	for (const line of buffers.flatMap(buffer => listLines(buffer))) {
		dropStaleText(line); // Reflow copies clusters by column, stale ones too: they would replace clusters that are still shown.
	}

	terminal.resize(size.columns, size.rows);
	core._inputHandler._parser.precedingJoinState = 0; // A cluster does not go on after a new size.
	for (const buffer of buffers) {
		const blank = buffer.getNullCell();
		fillScreen(buffer, core, size.rows);
		clampHidden(buffer, size);
		for (const line of listLines(buffer)) {
			line.resize(size.columns, blank); // The alternate screen keeps what was cut off, to show it again later.
			repairLine(line);
		}
	}
}

/** Without scrollback, reflow may leave the screen shifted down or short of lines. */
function fillScreen(buffer: CoreBuffer, core: Core, rows: number): void {
	if (buffer.lines.length === 0) {
		buffer.lines.maxLength = rows; // The alternate screen while it is not shown keeps room for the old rows, as scrollback.
		return;
	}

	if (buffer.ybase > 0) {
		buffer.lines.trimStart(buffer.ybase);
		buffer.ybase = 0;
		buffer.ydisp = 0;
	}

	while (buffer.lines.length < rows) {
		buffer.lines.push(buffer.getBlankLine(Object.assign(core._inputHandler._curAttrData.clone(), {fg: 0, bg: 0})));
	}
}

function clampHidden(buffer: CoreBuffer, {columns, rows}: {readonly columns: number; readonly rows: number}): void {
	buffer.savedX = Math.min(buffer.savedX, columns - 1);
	buffer.savedY = Math.min(buffer.savedY, rows - 1);
	for (const key of Object.keys(buffer.tabs)) {
		const column = Number(key);
		buffer.tabs[column] &&= column < columns;
	}
}
