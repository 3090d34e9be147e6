import {parseArgs} from 'node:util';
import {UserError} from '../../source/user-error.ts';
import {examine} from './examine.ts';
import type {HostFacts} from './host-facts.ts';
import {printConverted, printFinding, printPlainJson} from './print-doctor.ts';
import {readHostFacts} from './read-host-facts.ts';
import {convertTlog} from './tlog/convert-tlog.ts';
import {mergeTlogLayers} from './tlog/merge-tlog-layers.ts';
import {readTlogLayers, tlogConfigurationFile} from './tlog/read-tlog-layers.ts';

export type DoctorCommandWorld = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly stdout: {readonly write: (text: string) => unknown};
};

/**
Run the doctor's command line: the words behind `scribery doctor` in, the exit code out.

@throws {UserError} for wrong words, or a file that cannot be read.
*/
export function runDoctorCommand(argv: readonly string[], {environment, stdout}: DoctorCommandWorld): number {
	const {values: {'from-tlog': isFromTlog, json}, positionals} = parseWords(argv);
	if (positionals.length > (isFromTlog ? 1 : 0)) {
		throw new UserError(`doctor: "${positionals.at(-1)}" is one word too many`);
	}

	if (isFromTlog) {
		const converted = convertTlog(mergeTlogLayers(readTlogLayers(positionals[0] ?? tlogConfigurationFile, environment)));
		stdout.write(json ? `${printPlainJson(converted)}\n` : printConverted(converted));
		return 0;
	}

	const findings = examine(readFacts());
	stdout.write(findings.map(finding => json ? `${printPlainJson(finding)}\n` : printFinding(finding)).join(''));
	return findings.some(({state}) => state === 'fault') ? 1 : 0;
}

const options = {
	'from-tlog': {type: 'boolean', default: false},
	json: {type: 'boolean', default: false},
} as const;

function parseWords(argv: readonly string[]) {
	try {
		return parseArgs({args: [...argv], options, strict: true, allowPositionals: true});
	} catch (error) {
		throw new UserError(`doctor: ${error instanceof Error ? error.message : String(error)}; "scribery doctor --help" lists the options`, {cause: error});
	}
}

function readFacts(): HostFacts {
	try {
		return readHostFacts('/');
	} catch (error) {
		throw new UserError(`doctor: ${error instanceof Error ? error.message : String(error)}; only root can read all that is checked`, {cause: error});
	}
}
