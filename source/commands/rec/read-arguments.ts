import {parseArgs} from 'node:util';
import type {RecOptions} from '../../../recorder/rec/options.ts';
import {UserError} from '../../user-error.ts';
import type {Context} from '../context.ts';
import {splitAtProgram} from './split-at-program.ts';

const help = `
	Record a command, or your shell

	Usage  $ scribery rec [options] [-- COMMAND…]
	  -o, --output F       append to the file F (tlog JSON lines), not to the store
	  --store A            where recordings are kept
	  --log-input          what is typed, too; what is not echoed is masked
	  --log-secrets        with --log-input: mask nothing
	  --no-log-output      not what is shown       --no-log-window  no window sizes
	  --latency T          output is written after T at most: 250ms (default), 1s
	  --payload N          at most N bytes a message, 32 or more (2048)
	  --limit-action W     above the rate: pass (default), delay or drop
	  --limit-rate N       bytes a second (16384)  --limit-burst N  at once (32768)
	  --failure-mode M     cannot be written: spool (default), strict ends the session
	  --notice T           show T before the command starts
	In a pipe both output streams pass unchanged and are recorded.
	Examples
	  $ scribery rec
	  $ scribery rec -o deploy.jsonl -- make deploy
	  $ scribery rec --log-input --notice 'This session is recorded' -- bash
	Exit  as COMMAND, or of its signal; 2 usage, 3 recording, 126 and 127 no program.
`;

const options = {
	output: {type: 'string', short: 'o'},
	store: {type: 'string'},
	latency: {type: 'string', default: '250ms'},
	payload: {type: 'string', default: '2048'},
	'log-input': {type: 'boolean', default: false},
	'log-output': {type: 'boolean', default: true},
	'log-window': {type: 'boolean', default: true},
	'log-secrets': {type: 'boolean', default: false},
	'limit-rate': {type: 'string', default: '16384'},
	'limit-burst': {type: 'string', default: '32768'},
	'limit-action': {type: 'string', default: 'pass'},
	'failure-mode': {type: 'string', default: 'spool'},
	notice: {type: 'string', default: ''},
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
		parseArguments(own, help, {}, context);
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
				action: parseChoice('--limit-action', given['limit-action'], ['pass', 'delay', 'drop']),
				bytesPerSecond: parseCount('--limit-rate', given['limit-rate'], 1),
				burstBytes: parseCount('--limit-burst', given['limit-burst'], 0),
			},
			failureMode: parseChoice('--failure-mode', given['failure-mode'], ['spool', 'strict']),
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
