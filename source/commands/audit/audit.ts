import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {parseArguments} from '../parse-arguments.ts';
import {auditPage} from './audit-page.ts';
import {runAuditRules} from './audit-rules.ts';
import {convertLog} from './convert-log.ts';
import {runFollow} from './follow.ts';
import {joinValues} from './join-values.ts';
import {readConversion} from './read-conversion.ts';
import {rulesPage} from './rules-page.ts';

/** `scribery audit`. */
export const runAudit: Command = async (argv, context) => {
	if (argv[0] === 'follow') {
		return runFollow(argv.slice(1), context);
	}

	if (argv[0] === 'rules') {
		const {flags} = parseArguments(argv.slice(1), rulesPage, context);
		return runAuditRules(flags, context);
	}

	const {input, flags} = parseArguments(joinValues(argv), auditPage, context);
	const [action, ...files] = input;
	if (action !== 'convert') {
		throw new UserError(action === undefined ? 'audit: say what to do, "scribery audit convert [FILE]"' : `audit: nothing is called "${action}", expected convert, follow or rules`);
	}

	if (files.length > 1) {
		throw new UserError(`audit: ${files.length} files, expected one at most; "cat" them into standard input`);
	}

	await convertLog(files[0] ?? '-', readConversion(flags), context);
	return 0;
};
