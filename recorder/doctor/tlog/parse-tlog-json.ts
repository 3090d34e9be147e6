import {UserError} from '../../../source/user-error.ts';

/**
Read JSON as tlog's library does: with C and C++ comments, commas before a closing bracket, single quotes, and raw control characters in text.

@param text - of a configuration.
@param origin - where it stands, for the error.
@throws {UserError} when it is not even that, or no object.
*/
export function parseTlogJson(text: string, origin: string): Readonly<Record<string, unknown>> {
	const plain = text
		.replaceAll(comments, found => isText(found) ? toPlainText(found) : found.replaceAll(/[^\n]/gv, ' ')) // Lines keep their numbers.
		.replaceAll(trailingCommas, found => isText(found) ? found : '');
	let value: unknown;
	try {
		value = JSON.parse(plain);
	} catch (error) {
		throw new UserError(`${origin}: this is not what tlog reads as JSON: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}

	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new UserError(`${origin}: it is ${JSON.stringify(value).slice(0, 40)}, expected one object, {…}`);
	}

	return value as Record<string, unknown>; // Seen to above.
}

const comments = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//gv;
const trailingCommas = /"(?:[^"\\]|\\.)*"|,(?=\s*[\]\}])/gv;

function isText(found: string): boolean {
	return found.startsWith('"') || found.startsWith('\'');
}

function toPlainText(quoted: string): string {
	const inner = quoted.slice(1, -1);
	const body = quoted.startsWith('\'') ? inner.replaceAll(String.raw`\'`, '\'').replaceAll(/\\[\s\S]|"/gv, found => found === '"' ? String.raw`\"` : found) : inner;
	return `"${body.replaceAll(/\p{Control}/gv, control => String.raw`\u${(control.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)}"`;
}
