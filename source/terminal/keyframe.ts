import {hasCellText, readCellBackground, readCellForeground, readCellText, readCellWidth} from './cell.ts';
import {nameCharset} from './name-charset.ts';
import {joinText} from './limit-clusters.ts';
import {moveTo, paintBuffer} from './paint-buffer.ts';
import {normalizeBackground, normalizeForeground, printStyle} from './style.ts';
import {countColumns} from './core.ts';
import type {Core, CoreAttributes, CoreBuffer, SavedCharsets} from './core.ts';

const columnsPerTab = 8;
const freshCharsets: SavedCharsets = {level: 0, sets: []};

export type KeyframeOptions = {
	readonly core: Core;
	/** Line feeds return the cursor too (mode 20, kept by the terminal among its options). */
	readonly isLineFeedNewLine: boolean;
};

/**
Escape text that brings a fresh terminal of the same size into this one's state: both buffers with scroll region, tab stops and saved cursor, charsets, style, modes that change what later output does, a cursor waiting to wrap, and a character that may still be joined.

Not kept: what shows nowhere (title, colours of the palette, links, mouse and keyboard modes) and the underline's kind.
*/
export function printKeyframe({core, isLineFeedNewLine}: KeyframeOptions): string {
	const {normal, alt, active} = core.buffers;
	const isAlternate = active === alt;
	const hidden = isAlternate ? '' : saveAlternate(core, alt);
	const first = hidden + paintBuffer(core, normal) + printBuffer(core, normal);
	const second = isAlternate ? moveTo(normal.y, Math.min(normal.x, countColumns(normal) - 1)) + '\u{1B}[m\u{1B}[?47h' + paintBuffer(core, alt) + printBuffer(core, alt) : '';
	const modes = printModes(core) + (isLineFeedNewLine ? '\u{1B}[20h' : '');
	return first + second + printCursor(core, modes);
}

/**
Whether escape text can recreate the state now.

It cannot while a sequence is half read. It also cannot in rare instants that the next output ends: the character printed last may still be joined but is not the one before the cursor (autowrap off, erased since), or the cursor stands outside the region it is confined to (after a change of screens).
*/
export function canPrintKeyframe(core: Core): boolean {
	const {_parser} = core._inputHandler;
	if (_parser.currentState !== 0) {
		return false;
	}

	const {active} = core.buffers;
	if (core.coreService.decPrivateModes.origin && (active.y < active.scrollTop || active.y > active.scrollBottom)) {
		return false;
	}

	const isWaiting = active.x >= countColumns(active);
	return isWaiting || _parser.precedingJoinState !== 0 ? findLastCell(core) !== undefined : true;
}

/** Tab stops, saved cursor, scroll region: what each buffer has of its own. Leaves charsets fresh. */
function printBuffer(core: Core, buffer: CoreBuffer): string {
	return printTabs(buffer) + printSaved(core, buffer) + printRegion(buffer);
}

function printTabs(buffer: CoreBuffer): string {
	const stops = Object.keys(buffer.tabs).map(Number).filter(column => buffer.tabs[column]);
	const isUsual = stops.every(column => column % columnsPerTab === 0) && stops.length === Math.ceil(countColumns(buffer) / columnsPerTab);
	return isUsual ? '' : '\u{1B}[3g' + stops.map(column => moveTo(0, column) + '\u{1B}H').join('');
}

function printSaved(core: Core, {savedX, savedY, savedCurAttrData, savedCharset = freshCharsets}: CoreBuffer): string {
	const charsets = printCharsets(core, savedCharset);
	const style = printAttributes(savedCurAttrData);
	const isFresh = savedX === 0 && savedY === 0 && charsets === '' && style === printStyle(0, 0);
	return isFresh ? '' : charsets + style + moveTo(savedY, savedX) + '\u{1B}7' + (charsets === '' ? '' : '\u{1B}(B\u{1B})B\u{1B}*B\u{1B}+B\u{F}');
}

function printRegion({scrollTop, scrollBottom, lines}: CoreBuffer): string {
	return scrollTop === 0 && scrollBottom === lines.length - 1 ? '' : `\u{1B}[${scrollTop + 1};${scrollBottom + 1}r`;
}

/** The alternate screen is blank while it is not shown, but its saved cursor stays. */
function saveAlternate(core: Core, alt: CoreBuffer): string {
	const saved = printSaved(core, alt);
	return saved === '' ? '' : '\u{1B}[?47h' + saved + '\u{1B}[m\u{1B}[?47l\u{1B}[H';
}

function printCharsets(core: Core, {level, sets}: SavedCharsets): string {
	const shifts = ['', '\u{E}', '\u{1B}n', '\u{1B}o'];
	const designations = [...'()*+'].map((target, index) => sets[index] === undefined ? '' : `\u{1B}${target}${nameCharset(core, sets[index])}`);
	return designations.join('') + (shifts[level] ?? '');
}

function printAttributes({fg, bg}: Pick<CoreAttributes, 'fg' | 'bg'>): string {
	return printStyle(normalizeForeground(fg), normalizeBackground(bg));
}

/** Charsets, style and cursor of the buffer shown. What was printed last is printed again when it still matters. */
function printCursor(core: Core, modes: string): string {
	const {active} = core.buffers;
	const {origin} = core.coreService.decPrivateModes;
	const isJoinable = core._inputHandler._parser.precedingJoinState !== 0;
	const isWaiting = active.x >= countColumns(active);
	const last = isJoinable || isWaiting ? findLastCell(core) : undefined;
	const row = active.y - (origin ? active.scrollTop : 0);
	const move = (origin ? '\u{1B}[?6h' : '') + moveTo(row, last?.column ?? active.x);
	const state = modes + printCharsets(core, {level: core._charsetService.glevel, sets: core._charsetService._charsets});
	const style = printAttributes(core._inputHandler._curAttrData);
	if (last === undefined) {
		return move + state + style;
	}

	return isJoinable ? move + state + style + makeRoom(core, last) + last.text : move + last.style + last.text + state + style;
}

/** In insert mode printing moves the rest of the row: move it the other way first. */
function makeRoom({coreService, unicodeService}: Core, {text}: LastCell): string {
	const columns = (unicodeService.charProperties(text.codePointAt(0) ?? 0, 0) >> 1) & 3;
	return coreService.modes.insertMode ? `\u{1B}[${columns}P` : '';
}

function printModes({coreService: {decPrivateModes, modes, isCursorHidden}}: Core): string {
	return [
		decPrivateModes.wraparound ? '\u{1B}[?7h' : '',
		decPrivateModes.reverseWraparound ? '\u{1B}[?45h' : '',
		decPrivateModes.synchronizedOutput ? '\u{1B}[?2026h' : '',
		modes.insertMode ? '\u{1B}[4h' : '',
		isCursorHidden ? '\u{1B}[?25l' : '',
	].join('');
}

type LastCell = {readonly column: number; readonly text: string; readonly style: string};

/** The cell before the cursor, if printing its text again leads to the present state. */
function findLastCell(core: Core): LastCell | undefined {
	const {active} = core.buffers;
	const {precedingJoinState} = core._inputHandler._parser;
	const line = active.lines.get(active.ybase + active.y);
	const before = active.x - 1;
	if (line === undefined || before < 0) {
		return undefined;
	}

	const column = readCellWidth(line, before) === 0 && !hasCellText(line, before) ? before - 1 : before;
	const text = readCellText(line, column);
	const style = printAttributes({fg: readCellForeground(line, column), bg: readCellBackground(line, column)});
	const isSame = precedingJoinState === 0 || (joinText(core, text) === precedingJoinState && style === printAttributes(core._inputHandler._curAttrData) && !isTranslated(core, text));
	return text !== '' && isSame ? {column, text, style} : undefined;
}

/** The charset in use would change the text once more. */
function isTranslated({_charsetService: {charset}}: Core, text: string): boolean {
	return charset !== undefined && [...text].some(character => charset[character] !== undefined);
}
