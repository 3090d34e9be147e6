import test from 'ava';
import headless from '@xterm/headless';
import {reachCore} from '../../source/terminal/core.ts';

const core = reachCore(new headless.Terminal({cols: 4, rows: 2, scrollback: 0, logLevel: 'off'}));
const handler = core._inputHandler;
const line = core.buffers.active.lines.get(0);

const names: ReadonlyArray<readonly [name: string, value: unknown, type: 'boolean' | 'function' | 'number' | 'object']> = [
	['writeSync', core.writeSync, 'function'],
	['coreService.isCursorHidden', core.coreService.isCursorHidden, 'boolean'],
	['coreService.modes.insertMode', core.coreService.modes.insertMode, 'boolean'],
	['coreService.decPrivateModes.origin', core.coreService.decPrivateModes.origin, 'boolean'],
	['coreService.decPrivateModes.wraparound', core.coreService.decPrivateModes.wraparound, 'boolean'],
	['coreService.decPrivateModes.reverseWraparound', core.coreService.decPrivateModes.reverseWraparound, 'boolean'],
	['coreService.decPrivateModes.synchronizedOutput', core.coreService.decPrivateModes.synchronizedOutput, 'boolean'],
	['unicodeService.charProperties', core.unicodeService.charProperties, 'function'],
	['_bufferService.scroll', core._bufferService.scroll, 'function'],
	['_charsetService.glevel', core._charsetService.glevel, 'number'],
	['_charsetService._charsets', core._charsetService._charsets, 'object'],
	['_charsetService.setgLevel', core._charsetService.setgLevel, 'function'],
	['_charsetService.setgCharset', core._charsetService.setgCharset, 'function'],
	['buffers.alt.lines.length', core.buffers.alt.lines.length, 'number'],
	['buffer.lines.maxLength', core.buffers.active.lines.maxLength, 'number'],
	['buffer.lines.set', core.buffers.active.lines.set, 'function'],
	['buffer.lines.push', core.buffers.active.lines.push, 'function'],
	['buffer.lines.trimStart', core.buffers.active.lines.trimStart, 'function'],
	['buffer.getBlankLine', core.buffers.active.getBlankLine, 'function'],
	['buffer.getNullCell', core.buffers.active.getNullCell, 'function'],
	['buffer.x', core.buffers.active.x, 'number'],
	['buffer.ybase', core.buffers.active.ybase, 'number'],
	['buffer.ydisp', core.buffers.active.ydisp, 'number'],
	['buffer.scrollTop', core.buffers.active.scrollTop, 'number'],
	['buffer.scrollBottom', core.buffers.active.scrollBottom, 'number'],
	['buffer.tabs', core.buffers.active.tabs, 'object'],
	['buffer.savedX', core.buffers.active.savedX, 'number'],
	['buffer.savedY', core.buffers.active.savedY, 'number'],
	['buffer.savedCurAttrData.fg', core.buffers.active.savedCurAttrData.fg, 'number'],
	['line.isWrapped', line?.isWrapped, 'boolean'],
	['line.copyFrom', line?.copyFrom, 'function'],
	['line.resize', line?.resize, 'function'],
	['line._data', line?._data, 'object'],
	['line._combined', line?._combined, 'object'],
	['_inputHandler._curAttrData.bg', handler._curAttrData.bg, 'number'],
	['_inputHandler._curAttrData.extended.underlineStyle', handler._curAttrData.extended.underlineStyle, 'number'],
	['_inputHandler._curAttrData.extended.clone', handler._curAttrData.extended.clone, 'function'],
	['_inputHandler._curAttrData.updateExtended', handler._curAttrData.updateExtended, 'function'],
	['_inputHandler._curAttrData.clone', handler._curAttrData.clone, 'function'],
	['_inputHandler._parser.currentState', handler._parser.currentState, 'number'],
	['_inputHandler._parser.precedingJoinState', handler._parser.precedingJoinState, 'number'],
	['_inputHandler._parser._oscParser.put', handler._parser._oscParser.put, 'function'],
	['_inputHandler._parser._dcsParser.put', handler._parser._dcsParser.put, 'function'],
	['_inputHandler.onRequestRefreshRows', handler.onRequestRefreshRows, 'function'],
	['_inputHandler.onRequestReset', handler.onRequestReset, 'function'],
	['_inputHandler._dirtyRowTracker.markDirty', handler._dirtyRowTracker.markDirty, 'function'],
	['_inputHandler._dirtyRowTracker.markRangeDirty', handler._dirtyRowTracker.markRangeDirty, 'function'],
	['_inputHandler._dirtyRowTracker.clearRange', handler._dirtyRowTracker.clearRange, 'function'],
	['_inputHandler.selectCharset', handler.selectCharset, 'function'],
	['_inputHandler.print', handler.print, 'function'],
	['_inputHandler.saveCursor', handler.saveCursor, 'function'],
	['_inputHandler.restoreCursor', handler.restoreCursor, 'function'],
	['_inputHandler.tabSet', handler.tabSet, 'function'],
	['_inputHandler.eraseInDisplay', handler.eraseInDisplay, 'function'],
	['_inputHandler.resetModePrivate', handler.resetModePrivate, 'function'],
	['_inputHandler.reverseIndex', handler.reverseIndex, 'function'],
	['_inputHandler.fullReset', handler.fullReset, 'function'],
	['_inputHandler.insertLines', handler.insertLines, 'function'],
	['_inputHandler.deleteLines', handler.deleteLines, 'function'],
	['_inputHandler.scrollUp', handler.scrollUp, 'function'],
	['_inputHandler.scrollDown', handler.scrollDown, 'function'],
	['_inputHandler.scrollLeft', handler.scrollLeft, 'function'],
	['_inputHandler.scrollRight', handler.scrollRight, 'function'],
	['_inputHandler.insertColumns', handler.insertColumns, 'function'],
	['_inputHandler.deleteColumns', handler.deleteColumns, 'function'],
	['_inputHandler.insertChars', handler.insertChars, 'function'],
	['_inputHandler.deleteChars', handler.deleteChars, 'function'],
	['_inputHandler.eraseChars', handler.eraseChars, 'function'],
	['_inputHandler.cursorForwardTab', handler.cursorForwardTab, 'function'],
	['_inputHandler.cursorBackwardTab', handler.cursorBackwardTab, 'function'],
	['_inputHandler.repeatPrecedingCharacter', handler.repeatPrecedingCharacter, 'function'],
];

for (const [name, value, type] of names) {
	test(`@xterm/headless still has its private ${name}`, t => {
		t.is(typeof value, type);
	});
}

test('a cell of @xterm/headless is still three numbers, the character first', t => {
	core.writeSync('a');
	t.is(line?._data.length, 12);
	t.is((line?._data[0] ?? 0) & 0x1F_FF_FF, 0x61);
});
