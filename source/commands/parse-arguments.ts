import meow from 'meow';
import type {AnyFlags, Result} from 'meow';
import type {Context} from './context.ts';

/** Options that every command reading a store takes. */
export const storeFlags = {
	store: {type: 'string'},
	json: {type: 'boolean', default: false},
} as const;

/**
Read a command's words. `--help` and `--version` print and end the process; an option that is not declared ends it with 2.

@param argv - the words after the command's name.
@param help - the usage text: what it says is what the command does.
@param flags - the options the usage text names.
@param context - for the version.
*/
export function parseArguments<Flags extends AnyFlags>(argv: readonly string[], help: string, flags: Flags, context: Context): Result<Flags> {
	return meow(help, {
		importMeta: import.meta,
		argv: keepAddresses(argv),
		flags,
		pkg: {name: 'scribery', version: context.version},
		description: false,
		allowUnknownFlags: false,
	});
}

/** `-/REC` is a recording on the unknown host, not an option: such words are moved behind `--`, where nothing is one. */
function keepAddresses(argv: readonly string[]): readonly string[] {
	const end = argv.indexOf('--');
	const options = end === -1 ? argv : argv.slice(0, end);
	const addresses = options.filter(word => word.startsWith('-/'));
	return addresses.length === 0 ? argv : [...options.filter(word => !word.startsWith('-/')), '--', ...addresses, ...argv.slice(options.length + 1)];
}
