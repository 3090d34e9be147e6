import process from 'node:process';
import type {Command} from './command.ts';
import {commands} from './commands.ts';
import type {Context} from './context.ts';
import {exitCodeOf, printError} from './print-error.ts';

/**
Run what was typed after `scribery`.

A first word that names a subcommand is one; anything else opens the console with the words as its query.

@returns The exit code: 0 done, 1 nothing matched, 2 usage, 3 store, 4 denied, 5 integrity, 70 our bug.
*/
export async function runCommandLine(argv: readonly string[], context: Context): Promise<number> {
	if (!hasOwnStreams(argv)) {
		endQuietlyOnClosedPipe(context);
	}

	try {
		const [command, words] = await findCommand(argv);
		return await command(words, context);
	} catch (error) {
		context.stderr.write(printError(error));
		return exitCodeOf(error);
	}
}

function hasOwnStreams([name = '']: readonly string[]): boolean {
	return Object.hasOwn(commands, name) && commands[name]?.hasOwnStreams === true;
}

async function findCommand(argv: readonly string[]): Promise<[Command, readonly string[]]> {
	const name = argv[0] ?? '';
	const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (entry !== undefined) {
		return [await entry.load(), argv.slice(1)];
	}

	const {openConsole} = await import('./console.ts');
	return [openConsole, argv];
}

/** A reader that went away (`scribery ls | head`) is no error; a full disk is one, told in a line. */
function endQuietlyOnClosedPipe({stdout, stderr}: Context): void {
	for (const stream of [stdout, stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') {
				stderr.write(`scribery: the output cannot be written: ${error.message}\n`);
			}

			// eslint-disable-next-line unicorn/no-process-exit -- nobody reads any more, or nothing can be written: going on would only burn time
			process.exit(error.code === 'EPIPE' ? 0 : 2);
		});
	}
}
