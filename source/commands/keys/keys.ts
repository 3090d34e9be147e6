import {readFileSync} from 'node:fs';
import {parseKeyMap} from '../../keys/parse-key-map.ts';
import {printKeyMap} from '../../keys/print-key-map.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {parseArguments} from '../parse-arguments.ts';
import {readKeysFile} from '../read-keys-file.ts';
import {keysPage} from './keys-page.ts';

/** `scribery keys`. */
export const runKeys: Command = async (argv, context) => {
	const {input, flags: {print, check}} = parseArguments(argv, keysPage, context);
	if (input.length > 0 || print === (check !== undefined)) {
		throw new UserError('keys: say --print or --check FILE');
	}

	if (check !== undefined) {
		parseKeyMap(readFile(check), check);
		context.stdout.write(`${check}: good\n`);
		return 0;
	}

	const {keys, problem} = readKeysFile(context.environment);
	if (problem !== undefined) {
		context.stderr.write(`scribery: ${problem}; these are the keys without that file\n`);
	}

	context.stdout.write(printKeyMap(keys));
	return 0;
};

function readFile(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new UserError(`${file} cannot be read: ${(error as Error).message}`, {cause: error});
	}
}
