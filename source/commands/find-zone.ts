import {readConfig} from '../config.ts';
import type {Context} from './context.ts';

/** The time zone the person reads and types times in: the configuration's, else the machine's. */
export function findZone({environment}: Context): string {
	return readConfig(environment).timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
