import {closeSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {configurationFile, parseConfig} from './config.ts';
import type {Config} from './config.ts';
import {UserError} from './user-error.ts';

type Environment = Parameters<typeof configurationFile>[0];

/**
Change a key of `config.json`. All else in the file stays as it is.

The file is written beside the old one and takes its place at once: whatever happens, one of the two is there whole.

@param environment - tells where the file is.
@param change - gives the keys to set, from what the file says now.
@returns The keys that were set.
@throws {UserError} when the file is not a configuration, or cannot be written.
*/
export function changeConfig<Changed extends Partial<Config>>(environment: Environment, change: (config: Config) => Changed): Changed {
	const file = configurationFile(environment);
	const text = readText(file);
	const changed = change(parseConfig(text, file));
	const next = `${JSON.stringify({...JSON.parse(text) as Record<string, unknown>, ...changed}, undefined, readIndent(text))}\n`; // An object: `parseConfig` has seen it.
	try {
		replaceFile(file, next);
	} catch (error) {
		throw new UserError(`${file} cannot be written: ${(error as Error).message}`);
	}

	return changed;
}

/** An empty configuration when there is no file. */
function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return '{}';
		}

		throw new UserError(`${file} cannot be read: ${(error as Error).message}`);
	}
}

/** As the person has it: tabs, or so many blanks. */
function readIndent(text: string): string {
	return /^(?<indent>[\t ]+)"/mv.exec(text)?.groups?.indent ?? '\t';
}

function replaceFile(file: string, text: string): void {
	mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	const {target, mode} = findTarget(file);
	const temporary = `${target}.${process.pid}.new`;
	const descriptor = openSync(temporary, 'wx', mode);
	try {
		writeSync(descriptor, text);
		fsyncSync(descriptor);
	} catch (error) {
		rmSync(temporary, {force: true});
		throw error;
	} finally {
		closeSync(descriptor);
	}

	renameSync(temporary, target);
}

/** A link to a file elsewhere stays a link. */
function findTarget(file: string): {readonly target: string; readonly mode: number} {
	try {
		const target = realpathSync(file);
		return {target, mode: statSync(target).mode & 0o777};
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return {target: file, mode: 0o600};
		}

		throw error;
	}
}
