import {UserError} from '../../../source/user-error.ts';
import {parseTlogJson} from './parse-tlog-json.ts';
import {tlogKeys} from './tlog-keys.ts';
import type {TlogKey} from './tlog-keys.ts';

/** One place where tlog-rec-session is configured. */
export type TlogLayer = {
	/** A file or an environment variable, for people. */
	readonly origin: string;
	readonly text: string;
};

export type TlogSetting = {
	readonly key: string;
	readonly value: string | number | boolean;
	/** The layer that said so last; `undefined` for what nobody has set. */
	readonly origin: string | undefined;
};

/** Every key of tlog with its value, then the keys that tlog does not know. */
export type TlogSettings = {
	readonly settings: readonly TlogSetting[];
	readonly unknown: ReadonlyArray<{readonly key: string; readonly origin: string}>;
};

/**
Put the layers over each other as tlog does: key by key, the later one wins, `null` says nothing.

@param layers - lowest first.
@throws {UserError} when a layer cannot be read, or a value is none that tlog takes.
*/
export function mergeTlogLayers(layers: readonly TlogLayer[]): TlogSettings {
	const found = new Map<string, TlogSetting>();
	const unknown: Array<{readonly key: string; readonly origin: string}> = [];
	for (const {origin, text} of layers) {
		for (const [key, value] of flatten(parseTlogJson(text, origin), '')) {
			const known = Object.hasOwn(tlogKeys, key) ? tlogKeys[key] : undefined;
			if (known === undefined) {
				unknown.push({key, origin});
			} else {
				found.set(key, {key, value: check(value, known, {key, origin}), origin});
			}
		}
	}

	return {settings: Object.entries(tlogKeys).map(([key, {missing}]) => found.get(key) ?? {key, value: missing, origin: undefined}), unknown};
}

function * flatten(object: object, prefix: string): Generator<readonly [key: string, value: unknown]> {
	for (const [name, value] of Object.entries(object)) {
		const key = `${prefix}${name}`;
		if (typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(tlogKeys, key)) {
			yield * flatten(value as object, `${key}.`); // `Object.entries` gives `any`.
		} else if (value !== null) {
			yield [key, value];
		}
	}
}

function check(value: unknown, {type, choices, least = 0}: TlogKey, {key, origin}: {readonly key: string; readonly origin: string}): string | number | boolean {
	const isGood = {
		text: typeof value === 'string',
		flag: typeof value === 'boolean',
		number: Number.isSafeInteger(value) && Number(value) >= least,
		choice: typeof value === 'string' && choices?.includes(value) === true,
	}[type];
	if (isGood && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) {
		return value;
	}

	const expected = {text: 'text', flag: 'true or false', number: `a whole number of ${least} or more`, choice: `one of ${choices?.join(', ')}`}[type];
	throw new UserError(`${origin}: "${key}" is ${JSON.stringify(value)}, expected ${expected}`);
}
