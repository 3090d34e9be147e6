import {readFileSync} from 'node:fs';
import {UserError} from '../../../source/user-error.ts';
import type {TlogLayer} from './merge-tlog-layers.ts';

/** Where Debian's and upstream's packages put it. */
export const tlogConfigurationFile = '/etc/tlog/tlog-rec-session.conf';

type Environment = Readonly<Record<string, string | undefined>>;

/**
Read what tlog-rec-session would read, lowest layer first: the file, what the environment names and holds, and the shell that SSSD hands over.

@param file - the system's configuration.
@param environment - the one that a session would have.
@throws {UserError} when a file cannot be read.
*/
export function readTlogLayers(file: string, environment: Environment): readonly TlogLayer[] {
	const {TLOG_REC_SESSION_CONF_FILE: named, TLOG_REC_SESSION_CONF_TEXT: text, TLOG_REC_SESSION_SHELL: shell} = environment;
	return [
		readLayer(file),
		...named === undefined ? [] : [readLayer(named)],
		...text === undefined ? [] : [{origin: 'TLOG_REC_SESSION_CONF_TEXT', text}],
		...shell === undefined ? [] : [{origin: 'TLOG_REC_SESSION_SHELL', text: JSON.stringify({shell})}],
	];
}

function readLayer(file: string): TlogLayer {
	try {
		return {origin: file, text: readFileSync(file, 'utf8')};
	} catch (error) {
		throw new UserError(`${file}: tlog's configuration cannot be read: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}
