import {examine} from '../../../recorder/doctor/examine.ts';
import type {Finding} from '../../../recorder/doctor/finding.ts';
import type {HostFacts} from '../../../recorder/doctor/host-facts.ts';
import {readHostFacts} from '../../../recorder/doctor/read-host-facts.ts';
import {convertTlog} from '../../../recorder/doctor/tlog/convert-tlog.ts';
import {mergeTlogLayers} from '../../../recorder/doctor/tlog/merge-tlog-layers.ts';
import {readTlogLayers, tlogConfigurationFile} from '../../../recorder/doctor/tlog/read-tlog-layers.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {parseArguments} from '../parse-arguments.ts';
import {printJson} from '../print-json.ts';
import {doctorPage} from './doctor-page.ts';
import {printConverted} from './print-converted.ts';

/** `scribery doctor`. */
export const runDoctor: Command = async (argv, context) => {
	const {input, flags: {fromTlog, json}} = parseArguments(argv, doctorPage, context);
	if (input.length > (fromTlog ? 1 : 0)) {
		throw new UserError(`doctor: "${input.at(-1)}" is one word too many`);
	}

	if (fromTlog) {
		const converted = convertTlog(mergeTlogLayers(readTlogLayers(input[0] ?? tlogConfigurationFile, context.environment)));
		context.stdout.write(json ? `${printJson(converted)}\n` : printConverted(converted));
		return 0;
	}

	const findings = examine(readFacts());
	context.stdout.write(findings.map(finding => json ? `${printJson(finding)}\n` : printFinding(finding)).join(''));
	return findings.some(({state}) => state === 'fault') ? 1 : 0;
};

function readFacts(): HostFacts {
	try {
		return readHostFacts('/');
	} catch (error) {
		throw new UserError(`doctor: ${(error as Error).message}; only root can read all that is checked`, {cause: error});
	}
}

const words: Readonly<Record<Finding['state'], string>> = {good: 'good', fault: 'FAULT', warning: 'warning', skipped: '-'};

function printFinding({check, state, found, advice}: Finding): string {
	const lines = [`${words[state].padEnd(8)}${check.padEnd(14)}${showControls(found)}`, ...advice === undefined ? [] : [`${' '.repeat(22)}${showControls(advice)}`]];
	return `${lines.join('\n')}\n`;
}
