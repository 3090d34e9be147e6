import meow from 'meow';
import type {AnyFlags, Result} from 'meow';
import {UserError} from '../user-error.ts';
import type {Context} from './context.ts';
import type {CommandOption, CommandPage} from './page/command-page.ts';
import {printPage} from './page/print-page.ts';

/**
Read a command's words. `--help` and `--version` print and end the process; an option that is not declared ends it with 2.

@param argv - the words after the command's name.
@param page - the command's table: what `--help` says is what is read.
@param context - for the version.
@throws {UserError} when an option's value is none that its row allows.
*/
export function parseArguments<Page extends CommandPage & {readonly options: AnyFlags}>(argv: readonly string[], page: Page, context: Context): Result<Page['options']> {
	const result = meow(printPage(page), {
		importMeta: import.meta,
		argv: isHelpWanted(argv) ? ['--help'] : keepAddresses(argv),
		flags: toFlags(page) as Page['options'], // The same rows with meow's word for the short form.
		pkg: {name: 'scribery', version: context.version},
		description: false,
		allowUnknownFlags: false,
	});
	for (const [name, option] of Object.entries<CommandOption>(page.options)) {
		checkValue(`${page.name}: --${name}`, (result.flags as Readonly<Record<string, unknown>>)[name], option);
	}

	return result;
}

/** Wherever it stands: whoever asks how a command is used has often begun to use it. */
function isHelpWanted(argv: readonly string[]): boolean {
	const end = argv.indexOf('--');
	return argv.slice(0, end === -1 ? argv.length : end).includes('--help');
}

/** `-/REC` is a recording on the unknown host, not an option: such words are moved behind `--`, where nothing is one. */
function keepAddresses(argv: readonly string[]): readonly string[] {
	const end = argv.indexOf('--');
	const options = end === -1 ? argv : argv.slice(0, end);
	const addresses = options.filter(word => word.startsWith('-/'));
	return addresses.length === 0 ? argv : [...options.filter(word => !word.startsWith('-/')), '--', ...addresses, ...argv.slice(options.length + 1)];
}

function toFlags({options}: CommandPage): AnyFlags {
	const flags = Object.entries(options).map(([name, {type, short, default: missing, isMultiple}]) => [toCamelCase(name), {
		type,
		...(short !== undefined && {shortFlag: short}),
		...(missing !== undefined && {default: missing}),
		...(isMultiple !== undefined && {isMultiple}),
	}] as const);
	return Object.fromEntries(flags) as AnyFlags; // That a default is of its option's type is seen to where pages are written.
}

function toCamelCase(name: string): string {
	return name.replaceAll(/-(?<letter>.)/gv, (_, letter: string) => letter.toUpperCase());
}

function checkValue(place: string, value: unknown, option: CommandOption): void {
	if (typeof value === 'number' && !isInBounds(value, option)) {
		throw new UserError(`${place} is ${Number.isNaN(value) ? 'no number' : value}, expected ${describeBounds(option)}`);
	}

	const {values, isReversible = false, refused = {}} = option;
	if (typeof value === 'string' && Object.hasOwn(refused, value)) {
		throw new UserError(`${place} ${value}: ${refused[value]}`);
	}

	if (values !== undefined && typeof value === 'string' && !values.includes(isReversible ? value.replace(/^-/v, '') : value)) {
		throw new UserError(`${place} is "${value}", expected ${listChoices(values)}${isReversible ? ', with - before it to reverse' : ''}`);
	}
}

function isInBounds(value: number, {least = -Infinity, most = Infinity, isWhole = false}: CommandOption): boolean {
	return value >= least && value <= most && (!isWhole || Number.isSafeInteger(value));
}

function describeBounds({least, most, isWhole = false}: CommandOption): string {
	const bounds = most === undefined ? (least === undefined ? '' : ` of ${least} or more`) : ` from ${least ?? 0} to ${most}`;
	return `a ${isWhole ? 'whole ' : ''}number${bounds}`;
}

function listChoices(values: readonly string[]): string {
	return values.length === 1 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
