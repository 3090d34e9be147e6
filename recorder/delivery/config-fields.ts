import path from 'node:path';
import {UserError} from '../../source/user-error.ts';

/** Where in a configuration an object stands. */
export type ConfigPlace = {
	readonly file: string;
	/** Dotted, empty for the whole file: `writers.central.tls`. */
	readonly key: string;
};

/** The keys of one object of a configuration file, each asked for once; then `end` says what nobody has asked for. All throw {@link UserError} with file, key, what was found and what was expected. */
export type ConfigFields = {
	readonly text: (key: string, missing?: string) => string;
	/** An absolute path. */
	readonly path: (key: string, missing?: string) => string;
	readonly optionalPath: (key: string) => string | undefined;
	readonly optionalText: (key: string) => string | undefined;
	readonly choice: <Choice extends string>(key: string, choices: readonly Choice[], missing?: Choice) => Choice;
	readonly flag: (key: string, isMissingOn: boolean) => boolean;
	readonly wholeNumber: (key: string, bounds: {readonly least: number; readonly most: number; readonly missing?: number}) => number;
	/** An object below this one; a missing one is empty. */
	readonly fields: (key: string) => ConfigFields;
	/** The entries of an object whose keys are the user's own; it has to be there. */
	readonly names: (key: string) => ReadonlyArray<readonly [name: string, value: unknown]>;
	readonly end: () => void;
};

/**
Read one object of a configuration.

@param object - as `JSON.parse` gave it.
@param place - for the errors.
*/
export function readConfigFields(object: unknown, place: ConfigPlace): ConfigFields {
	if (!isObject(object)) {
		throw fault(place, object, 'an object');
	}

	const given = new Map<string, unknown>(Object.entries(object));
	const asked = new Set<string>();

	function read<Value>(key: string, expected: string, parse: (found: unknown) => Value | undefined): Value {
		asked.add(key);
		const found = given.get(key);
		const value = parse(found);
		if (value === undefined) {
			throw fault(below(place, key), found, expected);
		}

		return value;
	}

	function isGiven(key: string): boolean {
		asked.add(key);
		return given.has(key);
	}

	const fields: ConfigFields = {
		text: (key, missing) => read(key, 'text that is not empty', (found = missing) => typeof found === 'string' && found !== '' ? found : undefined),
		path: (key, missing) => read(key, 'an absolute path', (found = missing) => typeof found === 'string' && path.isAbsolute(found) ? found : undefined),
		optionalPath: key => isGiven(key) ? fields.path(key) : undefined,
		optionalText: key => isGiven(key) ? fields.text(key) : undefined,
		choice: (key, choices, missing) => read(key, listChoices(choices), (found = missing) => choices.find(choice => choice === found)),
		flag: (key, isMissingOn) => read(key, 'true or false', found => found === undefined ? isMissingOn : (typeof found === 'boolean' ? found : undefined)),
		wholeNumber: (key, {least, most, missing}) => read(key, `a whole number from ${least} to ${most}`, (found = missing) => typeof found === 'number' && Number.isSafeInteger(found) && found >= least && found <= most ? found : undefined),
		fields: key => read(key, 'an object', (found = {}) => readConfigFields(found, below(place, key))),
		names: key => read(key, 'an object', found => isObject(found) ? Object.entries(found) : undefined),
		end() {
			const unknown = given.keys().find(key => !asked.has(key));
			if (unknown !== undefined) {
				throw new UserError(`${place.file}: "${below(place, unknown).key}" is not known here, expected ${[...asked].join(', ')}`);
			}
		},
	};
	return fields;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(place: ConfigPlace, key: string): ConfigPlace {
	return {...place, key: place.key === '' ? key : `${place.key}.${key}`};
}

function fault({file, key}: ConfigPlace, found: unknown, expected: string): UserError {
	const subject = key === '' ? 'it' : `"${key}"`;
	return new UserError(`${file}: ${subject} ${found === undefined ? 'is missing' : `is ${JSON.stringify(found)}`}, expected ${expected}`);
}

function listChoices(choices: readonly string[]): string {
	return choices.length === 1 ? `"${choices[0]}"` : `${choices.slice(0, -1).map(choice => `"${choice}"`).join(', ')} or "${choices.at(-1)}"`;
}
