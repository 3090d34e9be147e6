import {readPaletteRgb} from '../../terminal/palette.ts';
import type {Color, Span, Style} from '../../terminal/screen.ts';
import {cellSize} from './cell-size.ts';
import {drawBlock} from './draw-block.ts';
import {escapeXml} from './escape-xml.ts';
import type {PictureTheme} from './picture-theme.ts';

/** The cells of one row as SVG elements: backgrounds first, then what stands on them. `top` is in units of the picture. */
export function drawRow(spans: readonly Span[], top: number, theme: PictureTheme): string {
	const drawn = spans.map(span => ({...span, ...chooseColors(span.style, theme)}));
	return [
		...drawn.filter(({fill}) => fill !== theme.background).map(({column, columns, fill}) => drawFill({column, columns}, top, fill)),
		...drawn.filter(({text, style}) => !style.isInvisible && (text.trim() !== '' || hasLine(style))).flatMap(span => drawSpan(span, top)),
	].join('');
}

/** A rectangle of cells in one colour. */
export function drawFill({column, columns}: {readonly column: number; readonly columns: number}, top: number, fill: string): string {
	return `<rect x="${column * cellSize.width}" y="${top}" width="${columns * cellSize.width}" height="${cellSize.height}" fill="${fill}"/>`;
}

type DrawnSpan = Span & {readonly ink: string; readonly fill: string};

/** The two colours of a style, inverse already done. */
function chooseColors({foreground, background, isInverse}: Style, theme: PictureTheme): {readonly ink: string; readonly fill: string} {
	const [front, back] = [printColor(foreground, theme) ?? theme.foreground, printColor(background, theme) ?? theme.background];
	return isInverse ? {ink: back, fill: front} : {ink: front, fill: back};
}

function printColor(color: Color, theme: PictureTheme): string | undefined {
	if (color === undefined) {
		return undefined;
	}

	const own = color.type === 'palette' ? theme.colors[color.index] : undefined;
	return own ?? `#${(color.type === 'direct' ? color.rgb : readPaletteRgb(color.index)).toString(16).padStart(6, '0')}`;
}

function hasLine({isUnderlined, isStruckThrough, isOverlined}: Style): boolean {
	return isUnderlined || isStruckThrough || isOverlined;
}

/** Letters as text, blocks and lines as shapes, each part at its own cell: a font of another width moves nothing. */
function drawSpan(span: DrawnSpan, top: number): string[] {
	const parts = splitBlocks(span, top);
	const paths = parts.filter(part => 'path' in part).map(({path, opacity}) => `<path d="${path}" fill="${span.ink}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`);
	return [...paths, ...parts.filter(part => 'text' in part).map(part => drawText(part, top, span))];
}

type Part = {readonly path: string; readonly opacity: number} | {readonly column: number; readonly columns: number; readonly text: string};

function splitBlocks({text, column, columns}: DrawnSpan, top: number): readonly Part[] {
	if (!/[\u{2500}-\u{259F}]/v.test(text)) {
		return [{column, columns, text}];
	}

	let at = column;
	const parts: Part[] = [];
	// Block and line characters are a cell wide, and stand only among others that are.
	for (const piece of text.split(/(?<=[\u{2500}-\u{259F}])|(?=[\u{2500}-\u{259F}])/v)) {
		parts.push(drawBlock(piece, at * cellSize.width, top) ?? {column: at, columns: piece.length, text: piece});
		at += piece.length;
	}

	return parts.filter(part => 'path' in part || part.text.trim() !== '');
}

function drawText({column, columns, text}: {readonly column: number; readonly columns: number; readonly text: string}, top: number, {style, ink}: DrawnSpan): string {
	const lines = [style.isUnderlined ? 'underline' : '', style.isStruckThrough ? 'line-through' : '', style.isOverlined ? 'overline' : ''].filter(Boolean).join(' ');
	const look = [
		style.isBold ? ' font-weight="bold"' : '',
		style.isItalic ? ' font-style="italic"' : '',
		style.isDim ? ' fill-opacity="0.6"' : '',
		lines === '' ? '' : ` text-decoration="${lines}"`,
	].join('');
	return `<text x="${column * cellSize.width}" y="${top + cellSize.baseline}" textLength="${columns * cellSize.width}" lengthAdjust="spacingAndGlyphs" fill="${ink}"${look} xml:space="preserve">${escapeXml(text)}</text>`;
}
