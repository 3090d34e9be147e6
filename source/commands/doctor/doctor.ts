import {runDoctorCommand} from '../../../recorder/doctor/run-doctor-command.ts';
import type {Command} from '../command.ts';
import {parseArguments} from '../parse-arguments.ts';
import {doctorPage} from './doctor-page.ts';

/** `scribery doctor`, which is `scribery-agent doctor` on a recorded host. */
export const runDoctor: Command = async (argv, context) => {
	if (argv.includes('--help') || argv.includes('--version')) {
		parseArguments(argv, doctorPage, context);
	}

	return runDoctorCommand(argv, context);
};
