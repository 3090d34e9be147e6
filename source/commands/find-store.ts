import path from 'node:path';
import {defaultStorePath, readConfig} from '../config.ts';
import type {Config} from '../config.ts';
import type {Context} from './context.ts';
import {makeFolder} from './make-folder.ts';

/**
The address of the store a command works on: the option, then `SCRIBERY_STORE`, then the configuration, then the default path. Names of the configuration's `stores` are resolved.

@param named - value of `--store`, if given.
@param context - for the environment.
*/
export function findStoreAddress(named: string | undefined, context: Context): string {
	const {environment} = context;
	const config = readConfig(environment);
	return resolveName(chosenAddress(named, environment, config) ?? defaultStorePath(environment), config);
}

/** As `findStoreAddress`, for a command that makes a missing store: the folder of the default path is made, too. */
export function findStoreToWrite(named: string | undefined, context: Context): string {
	const address = findStoreAddress(named, context);
	if (address === defaultStorePath(context.environment)) {
		makeFolder(path.dirname(address));
	}

	return address;
}

/** True when the person has set no store at all: a bare start may then open the demo. */
export function isStoreChosen(named: string | undefined, {environment}: Context): boolean {
	return chosenAddress(named, environment, readConfig(environment)) !== undefined;
}

function chosenAddress(named: string | undefined, environment: Context['environment'], config: Config): string | undefined {
	const set = environment.SCRIBERY_STORE;
	return named ?? (set === '' ? undefined : set) ?? config.store;
}

function resolveName(address: string, {stores}: Config): string {
	return (Object.hasOwn(stores, address) ? stores[address] : undefined) ?? address;
}
