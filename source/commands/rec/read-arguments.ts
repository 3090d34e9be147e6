import {parseArgs} from 'node:util';
import type {RecOptions} from '../../../recorder/rec/options.ts';
import {UserError} from '../../user-error.ts';
import type {Context} from '../context.ts';
import {recPage} from './rec-page.ts';
import {splitAtProgram} from './split-at-program.ts';

const options = {
	...recPage.options,
	help: {type: 'boolean', short: 'h', default: false},
	version: {type: 'boolean', default: false},
} as const;

const valueOptions = ['-o', ...Object.entries(options).flatMap(([name, {type}]) => type === 'string' ? [`--${name}`] : [])];

export type RecArguments = {
	readonly options: RecOptions;
	/** File to record into; `undefined` for the store. */
	readonly output: string | undefined;
	readonly store: string | undefined;
};

/**
Read the words behind `scribery rec`.

@throws {UserError} for a value that is not what its option takes.
*/
export async function readRecArguments(argv: readonly string[], context: Context): Promise<RecArguments> {
	const {own, program} = splitAtProgram(argv, valueOptions);
	const given = parseOptions(own);
	if (given.help || given.version) {
		// Only for these: loading meow takes as long as all the rest of the start.
		const {parseArguments} = await import('../parse-arguments.ts');
		parseArguments(own, recPage, context);
	}

	return {
		output: given.output,
		store: given.store,
		options: {
			command: program,
			latencyMs: parseLatency(given.latency),
			payloadBytes: parseCount('--payload', given.payload, 32),
			recordsInput: given['log-input'],
			recordsOutput: given['log-output'],
			recordsWindow: given['log-window'],
			keepsSecrets: given['log-secrets'],
			limit: {
				action: parseChoice('--limit-action', given['limit-action'], recPage.options['limit-action'].values),
				bytesPerSecond: parseCount('--limit-rate', given['limit-rate'], 1),
				burstBytes: parseCount('--limit-burst', given['limit-burst'], 0),
			},
			failureMode: parseChoice('--failure-mode', given['failure-mode'], recPage.options['failure-mode'].values),
			notice: given.notice,
		},
	};
}

function parseOptions(own: readonly string[]) {
	try {
		return parseArgs({args: [...own], options, strict: true, allowNegative: true}).values;
	} catch (error) {
		throw new UserError(`${error instanceof Error ? error.message : String(error)}; "scribery rec --help" lists the options`, {cause: error});
	}
}

/** The longest latency taken: a timer's number of milliseconds ends at 24 days. */
const dayMs = 86_400_000;

function parseLatency(text: string): number {
	const {amount, unit} = /^(?<amount>\d+(?:\.\d+)?)(?<unit>ms|s)?$/v.exec(text)?.groups ?? {};
	if (amount === undefined) {
		throw new UserError(`--latency is "${text}", expected a time such as 250ms, 1s or 10`);
	}

	const latencyMs = Number(amount) * (unit === 'ms' ? 1 : 1000);
	if (latencyMs > dayMs) {
		throw new UserError(`--latency is "${text}", expected a day (86400s) at most`);
	}

	return Math.max(1, Math.round(latencyMs));
}

function parseCount(option: string, text: string, least: number): number {
	const count = Number(text);
	if (!/^\d+$/v.test(text) || !Number.isSafeInteger(count) || count < least) {
		throw new UserError(`${option} is "${text}", expected a whole number of ${least} or more`);
	}

	return count;
}

function parseChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
	const chosen = choices.find(choice => choice === text);
	if (chosen === undefined) {
		throw new UserError(`${option} is "${text}", expected ${choices.join(', ')}`);
	}

	return chosen;
}
