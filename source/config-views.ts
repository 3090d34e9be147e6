import {closeSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {configurationFile, parseConfig} from './config.ts';
import type {Config} from './config.ts';
import {UserError} from './user-error.ts';

type Environment = Parameters<typeof configurationFile>[0];

/**
Keep a search under a name in `config.json`, or forget it. All else in the file stays as it is.

The file is written beside the old one and takes its place at once: whatever happens, one of the two is there whole.

@param environment - tells where the file is.
@param name - e.g. `root on db*`.
@param query - the search; `undefined` forgets the view.
@returns All views there are now.
@throws {UserError} when the file is not a configuration, or cannot be written.
*/
export function saveView(environment: Environment, name: string, query: string | undefined): Config['views'] {
	const file = configurationFile(environment);
	const text = readText(file);
	const {views: before} = parseConfig(text, file);
	const {[name]: _replaced, ...others} = before;
	const views = query === undefined ? others : {...others, [name]: query};
	const next = `${JSON.stringify({...JSON.parse(text) as Record<string, unknown>, views}, undefined, readIndent(text))}\n`; // An object: `parseConfig` has seen it.
	try {
		replaceFile(file, next);
	} catch (error) {
		throw new UserError(`${file} cannot be written: ${(error as Error).message}`);
	}

	return views;
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
