#!/usr/bin/env node
import process from 'node:process';
import {systemClock} from '../../source/clock.ts';
import {UserError} from '../../source/user-error.ts';
import {RecorderError} from '../errors.ts';
import {runAgentCommand} from './run-agent-command.ts';

try {
	process.exitCode = await runAgentCommand(process.argv.slice(2), {clock: systemClock, stdout: process.stdout, stderr: process.stderr});
} catch (error) {
	if (!(error instanceof UserError) && !(error instanceof RecorderError)) {
		throw error;
	}

	process.stderr.write(`scribery-agent: ${error.message}\n`);
	process.exitCode = error instanceof RecorderError ? error.exitCode : 2;
}
