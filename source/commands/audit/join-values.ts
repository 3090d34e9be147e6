import {UserError} from '../../user-error.ts';
import type {CommandOption} from '../page/command-page.ts';
import {auditPage} from './audit-page.ts';

/**
Put a value that begins with `-` behind its option with `=`, as `--events-per-doc -600`; take the short words for help and version.

@throws {UserError} when an option that wants a value is the last word.
*/
export function joinValues(argv: readonly string[]): readonly string[] {
	const words: string[] = [];
	for (const word of argv) {
		const before = words.at(-1) ?? '';
		if (/^-\d/v.test(word) && /^--[\w\-]+$/v.test(before)) {
			words[words.length - 1] = `${before}=${word}`;
		} else {
			words.push(shortWords.get(word) ?? word);
		}
	}

	const last = words.at(-1) ?? '';
	if (valueWords.has(last)) {
		throw new UserError(`audit: ${last} wants a value behind it`);
	}

	return words;
}

const valueWords: ReadonlySet<string> = new Set(Object.entries<CommandOption>(auditPage.options).filter(([, {type}]) => type === 'string').flatMap(([name, {short}]) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]));
const shortWords: ReadonlyMap<string, string> = new Map([['-h', '--help'], ['-v', '--version']]);
