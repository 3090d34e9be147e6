#!/usr/bin/env node
import process from 'node:process';
import {runAgentCommand} from '../../../recorder/agent/run-agent-command.ts';
import {runDoctorCommand} from '../../../recorder/doctor/run-doctor-command.ts';
import {systemClock} from '../../clock.ts';
import {printPage} from '../page/print-page.ts';
import {exitCodeOf, printError} from '../print-error.ts';
import {doctorPage} from '../doctor/doctor-page.ts';
import {agentPage} from './agent-page.ts';

declare const SCRIBERY_VERSION: string | undefined;

const argv = process.argv.slice(2);

const isDoctor = argv[0] === 'doctor';

// The whole of `/usr/bin/scribery-agent`: no console, no store, none of what draws.
if (argv.includes('--help') || argv.includes('-h')) {
	process.stdout.write(`${printPage(isDoctor ? doctorPage : agentPage)}\n`);
} else if (argv.includes('--version')) {
	process.stdout.write(`${typeof SCRIBERY_VERSION === 'string' ? SCRIBERY_VERSION : 'unbundled'}\n`);
} else {
	try {
		process.exitCode = isDoctor
			? runDoctorCommand(argv.slice(1), {environment: process.env, stdout: process.stdout})
			: await runAgentCommand(argv, {clock: systemClock, stdout: process.stdout, stderr: process.stderr});
	} catch (error) {
		process.stderr.write(printError(error).replace(/^scribery:/v, 'scribery-agent:'));
		process.exitCode = exitCodeOf(error);
	}
}
