import type {Picture} from '../../terminal/picture.ts';
import {cellSize} from './cell-size.ts';
import {drawFill, drawRow} from './draw-row.ts';
import {escapeXml} from './escape-xml.ts';
import type {PictureTheme} from './picture-theme.ts';

export type SvgRequest = {
	readonly picture: Picture;
	readonly theme: PictureTheme;
	/** Whose screen it is, and when. */
	readonly title: string;
	/** What a reader who does not see it needs to know. */
	readonly description: string;
	/** A bar with the title above the screen. */
	readonly hasFrame: boolean;
	/** Told under the screen, in the colour of danger. */
	readonly warning: string | undefined;
};

const margin = 10;
const fonts = 'ui-monospace,\'DejaVu Sans Mono\',Menlo,Consolas,\'Liberation Mono\',monospace';

/** A screen as a picture: one SVG document that needs nothing else, runs nothing, and in which recorded text is only text. */
export function drawSvg({picture, theme, title, description, hasFrame, warning}: SvgRequest): string {
	const {columns, rows, cursor} = picture;
	const barHeight = hasFrame ? 32 : 0;
	const width = (columns * cellSize.width) + (2 * margin);
	const height = barHeight + ((rows.length + (warning === undefined ? 0 : 1)) * cellSize.height) + (2 * margin);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}" font-size="${cellSize.font}">`,
		`<title>${escapeXml(title)}</title>`,
		`<desc>${escapeXml(description)}</desc>`,
		// Letters stand from left to right in the order of their cells, whatever their script.
		'<style>text{white-space:pre;direction:ltr;unicode-bidi:bidi-override}rect,path{shape-rendering:crispEdges}</style>',
		`<rect width="${width}" height="${height}" rx="6" fill="${theme.background}"/>`,
		...(hasFrame ? [drawBar(title, width, theme)] : []),
		`<g transform="translate(${margin},${margin + barHeight})">`,
		...rows.map((spans, row) => drawRow(spans, row * cellSize.height, theme)).filter(Boolean),
		...(cursor.isVisible ? [`<g opacity="0.5">${drawFill({column: cursor.column, columns: 1}, cursor.row * cellSize.height, theme.foreground)}</g>`] : []),
		...(warning === undefined ? [] : [`<text x="0" y="${(rows.length * cellSize.height) + cellSize.baseline}" fill="${theme.danger}">${escapeXml(warning)}</text>`]),
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

/** The title, and a line under it. */
function drawBar(title: string, width: number, theme: PictureTheme): string {
	return `<text x="${width / 2}" y="22" text-anchor="middle" fill="${theme.foreground}" fill-opacity="0.7">${escapeXml(title)}</text><path d="M0 31h${width}v1H0z" fill="${theme.foreground}" opacity="0.25"/>`;
}
