import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {configurationFolder} from '../config.ts';
import {detectColorLevel} from '../console/pane/color-level.ts';
import type {Theme} from '../console/theme.ts';
import {parseTheme} from '../console/themes/parse-theme.ts';
import {UserError} from '../user-error.ts';

export type ThemeFiles = {
	/** By the names of their files. */
	readonly themes: Readonly<Record<string, Theme>>;
	/** What is wrong with the first file that cannot be used; the others can. */
	readonly problem: string | undefined;
};

/** Read the person's own themes, `themes/NAME.json` of the configuration folder. */
export function readThemeFiles(environment: Readonly<Record<string, string | undefined>>): ThemeFiles {
	const folder = path.join(configurationFolder(environment), 'themes');
	const colors = detectColorLevel(environment);
	const themes: Record<string, Theme> = {};
	let problem: string | undefined;
	for (const name of listNames(folder)) {
		const file = path.join(folder, name);
		try {
			themes[path.basename(name, '.json')] = parseTheme(readFileSync(file, 'utf8'), file, colors);
		} catch (error) {
			problem ??= error instanceof UserError ? error.message : `${file} cannot be read: ${(error as Error).message}`; // Reading throws nothing but errors.
		}
	}

	return {themes, problem};
}

/** Most people have no such folder. */
function listNames(folder: string): readonly string[] {
	try {
		return readdirSync(folder).filter(name => name.endsWith('.json'));
	} catch {
		return [];
	}
}
