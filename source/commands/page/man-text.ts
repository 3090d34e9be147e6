import {wrapText} from './wrap-text.ts';

/** Text for roff: nothing of it is a request or an escape, hyphens are those one types, and what is not ASCII is named by its code. */
export function escapeRoff(text: string): string {
	return protectStart(text
		.replaceAll('\\', String.raw`\e`)
		.replaceAll('-', String.raw`\-`)
		.replaceAll(/[^\n\u{20}-\u{7E}]/gv, character => String.raw`\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`));
}

/** Text as lines of at most 80 columns, escaped. */
export function writeText(text: string): string {
	return wrapText(escapeRoff(text), 79).map(line => protectStart(line)).join('\n');
}

/** At a line's start, these open a request. */
function protectStart(line: string): string {
	return line.replace(/^['.]/v, String.raw`\&$&`);
}

/** What `man -k` finds. */
export function writeName(name: string, title: string): string {
	return writeText(`${name} - ${title.charAt(0).toLowerCase()}${title.slice(1)}`);
}

/** A definition: the label, in macros or escaped, and what it means. */
export function tagged(label: string, meaning: string): string {
	return `.TP\n${label}\n${writeText(meaning)}`;
}

/** Command lines as they are typed. */
export function exampleBlock(lines: readonly string[]): string {
	return ['.EX', ...lines.map(line => `$ ${escapeRoff(line)}`), '.EE'].join('\n');
}

/** First line of a page of the manual. */
export function titleLine(name: string, section: number, {version, date}: ManEdition): string {
	return `.TH "${escapeRoff(name.toUpperCase())}" ${section} "${date}" "scribery ${escapeRoff(version)}" "${section === 1 ? 'User Commands' : 'Miscellaneous'}"`;
}

/** `ls(1), query(7)` as the manual names its own pages. */
export function seeAlso(names: ReadonlyArray<readonly [name: string, section: number]>): string {
	return names.map(([name, section], index) => `.BR ${escapeRoff(name)} (${section})${index === names.length - 1 ? '' : ' ,'}`).join('\n');
}

export type ManEdition = {
	readonly version: string;
	/** When the page last changed, `2026-11-23`. */
	readonly date: string;
};
