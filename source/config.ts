import {readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {UserError} from './user-error.ts';

/** What the person set in `config.json`; everything may be missing. */
export type Config = {
	/** Address or name of the store to use when nothing else is said. */
	readonly store: string | undefined;
	/** Names for store addresses. */
	readonly stores: Readonly<Record<string, string>>;
	readonly timezone: string | undefined;
	readonly theme: string | undefined;
	readonly glyphs: 'auto' | 'unicode' | 'ascii';
	/** Longest pause that playing keeps, seconds. */
	readonly idleLimit: number;
	readonly fps: number | undefined;
	/** Let the mouse act. */
	readonly mouse: boolean;
	/** Longest text sent to the terminal's clipboard, base64 characters. */
	readonly clipboardLimit: number;
	/** Stop at a gap instead of holding a moment. */
	readonly pauseAtGap: boolean;
	/** Columns of the list, by their heads in lower case; `undefined` shows all that fit. */
	readonly columns: readonly string[] | undefined;
	/** Saved searches by name. */
	readonly views: Readonly<Record<string, string>>;
};

type Environment = Readonly<Record<string, string | undefined>>;

const textKeys = new Set(['store', 'timezone', 'theme']);
const switchKeys = new Set(['mouse', 'pauseAtGap']);
const numberKeys = new Set(['idleLimit', 'fps', 'clipboardLimit']);

/**
Read `$XDG_CONFIG_HOME/scribery/config.json`; a missing file is an empty one.

@throws {UserError} when the file is not JSON, or a key is unknown or of the wrong type.
*/
export function readConfig(environment: Environment): Config {
	const file = configurationFile(environment);
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return parseConfig('{}', file);
		}

		throw new UserError(`${file} cannot be read: ${(error as Error).message}`);
	}

	return parseConfig(text, file);
}

/**
Read a configuration.

@param text - JSON.
@param file - where it stands, for error messages.
*/
export function parseConfig(text: string, file: string): Config {
	const given = parseObject(text, file);
	for (const [key, value] of Object.entries(given)) {
		checkKey(key, value, file);
	}

	return {
		store: undefined, stores: {}, timezone: undefined, theme: undefined, glyphs: 'auto', idleLimit: 2, fps: undefined, mouse: false, clipboardLimit: 6000, pauseAtGap: false, columns: undefined, views: {}, ...given,
	};
}

/** Where the person's configuration stands, whether or not it is there. */
export function configurationFile(environment: Environment): string {
	return path.join(configurationFolder(environment), 'config.json');
}

/** Folder of what the person has set: `config.json`, `keys.json`, `themes/`. */
export function configurationFolder(environment: Environment): string {
	return folderOf(environment, 'XDG_CONFIG_HOME', '.config');
}

/** Where recordings are kept unless another store is named. */
export function defaultStorePath(environment: Environment): string {
	return path.join(folderOf(environment, 'XDG_DATA_HOME', '.local/share'), 'store.db');
}

/** Where the demo's store is made, apart from the person's own. */
export function demoFolder(environment: Environment): string {
	return folderOf(environment, 'XDG_CACHE_HOME', '.cache');
}

/** Folder for what scribery itself must remember. */
export function stateFolder(environment: Environment): string {
	return folderOf(environment, 'XDG_STATE_HOME', '.local/state');
}

function folderOf(environment: Environment, variable: string, fallback: string): string {
	const set = environment[variable];
	const base = set !== undefined && path.isAbsolute(set) ? set : path.join(environment.HOME ?? homedir(), fallback);
	return path.join(base, 'scribery');
}

function parseObject(text: string, file: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new UserError(`${file} is not JSON: ${(error as Error).message}`);
	}

	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new UserError(`${file} must hold one JSON object`);
	}

	return value as Record<string, unknown>;
}

function checkKey(key: string, value: unknown, file: string): void {
	const expected = expectedType(key, value);
	if (expected !== undefined) {
		throw new UserError(`${file}: "${key}" is ${JSON.stringify(value)}, expected ${expected}`);
	}
}

function expectedType(key: string, value: unknown): string | undefined {
	if (textKeys.has(key)) {
		return typeof value === 'string' ? undefined : 'text';
	}

	if (numberKeys.has(key)) {
		return typeof value === 'number' && value > 0 ? undefined : 'a number above 0';
	}

	if (switchKeys.has(key)) {
		return typeof value === 'boolean' ? undefined : 'true or false';
	}

	if (key === 'columns') {
		return Array.isArray(value) && value.every(name => typeof name === 'string') ? undefined : 'a list of column heads in lower case, such as ["start", "user"]';
	}

	if (key === 'glyphs') {
		return ['auto', 'unicode', 'ascii'].includes(value as string) ? undefined : '"auto", "unicode" or "ascii"';
	}

	if (key === 'stores' || key === 'views') {
		return isTextMap(value) ? undefined : `an object of names and ${key === 'stores' ? 'addresses' : 'searches'}`;
	}

	return 'no such key (known: store, stores, timezone, theme, glyphs, mouse, idleLimit, clipboardLimit, pauseAtGap, fps, columns, views)';
}

function isTextMap(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(text => typeof text === 'string');
}
