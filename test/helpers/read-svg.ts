export type SvgText = {
	readonly row: number;
	readonly column: number;
	readonly columns: number;
	readonly text: string;
	/** Attributes of weight, slant, lines and dimness as written. */
	readonly look: string;
};

const elements = new Set(['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'text']);

/**
Read a picture that `drawSvg` made, strictly: each element known and closed, each attribute quoted, each sign of markup escaped.

@returns The texts of cells by row and column, and the rows they make.
*/
export function readSvg(svg: string): {readonly texts: readonly SvgText[]; readonly rows: readonly string[]} {
	const open: string[] = [];
	const texts: SvgText[] = [];
	let attributes = '';
	for (const [token] of svg.matchAll(/<[^<>]*>|[^<]+/gv)) {
		const {name, given, end} = /^<(?<name>\w+)(?<given>(?: [\w\-:]+="[^"<]*")*)(?<end>\/?)>$/v.exec(token)?.groups ?? {};
		if (name !== undefined) {
			if (!elements.has(name)) {
				throw new Error(`the element ${name} has no place in a picture`);
			}

			attributes = given ?? '';
			open.push(...(end === '/' ? [] : [name]));
		} else if (token.startsWith('<')) {
			if (token !== `</${open.pop() ?? ''}>`) {
				throw new Error(`${token} closes nothing`);
			}
		} else if (/&(?!amp;|lt;|gt;|quot;)/v.test(token)) {
			throw new Error(`${token} holds a bare &`);
		} else if (open.at(-1) === 'text' && attributes.includes('textLength')) {
			texts.push(readText(attributes, token));
		}
	}

	if (open.length > 0) {
		throw new Error(`${open.join(', ')} not closed`);
	}

	const rows = Array.from({length: Math.max(0, ...texts.map(({row}) => row + 1))}, (_, row) => texts.filter(text => text.row === row).map(({text}) => text).join(''));
	return {texts, rows};
}

function readText(attributes: string, escaped: string): SvgText {
	const read = (name: string): number => Number(new RegExp(` ${name}="(?<value>[^"]*)"`, 'v').exec(attributes)?.groups?.value);
	return {
		row: (read('y') - 14) / 18,
		column: read('x') / 9,
		columns: read('textLength') / 9,
		text: escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
		look: (attributes.match(/ (?:font-weight|font-style|fill-opacity|text-decoration)="[^"]*"/gv) ?? []).join(''),
	};
}
