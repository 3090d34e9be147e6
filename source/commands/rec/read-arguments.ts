import type {RecOptions} from '../../../recorder/rec/options.ts';
import {UserError} from '../../user-error.ts';
import type {Context} from '../context.ts';
import {parseArguments, splitAtProgram} from '../parse-arguments.ts';

const help = `
	Usage
	  scribery rec [options] [--] [COMMAND [ARGUMENT…]]

	Records what COMMAND, or your shell, shows on the terminal. Without a terminal on standard input and output, both output streams pass through unchanged and are recorded.

	Options
	  -o, --output FILE        append to FILE as tlog JSON lines (created 0600), instead of the store
	      --store STORE        store to record into
	      --latency TIME       longest time that output stays unwritten: 250ms, 1s, or seconds as a number (default 250ms)
	      --payload BYTES      size limit of one message, 32 or more (default 2048)
	      --log-input          record what is typed too; what the terminal does not show is masked
	      --log-secrets        with --log-input: do not mask
	      --no-log-output      do not record what is shown
	      --no-log-window      do not record window sizes
	      --limit-rate BYTES   message bytes a second that --limit-action lets pass (default 16384)
	      --limit-burst BYTES  bytes above the rate allowed at once (default 32768)
	      --limit-action WHAT  above the rate: pass, delay the command, or drop messages (default pass)
	      --failure-mode MODE  when nothing can be written: spool (keep 1 MiB, then mark a gap) or strict (end the session) (default spool)
	      --notice TEXT        show TEXT before the command starts, on a terminal

	Ends with COMMAND's exit status, or of the signal that ended it.
`;

const flags = {
	output: {type: 'string', shortFlag: 'o'},
	store: {type: 'string'},
	latency: {type: 'string', default: '250ms'},
	payload: {type: 'string', default: '2048'},
	logInput: {type: 'boolean', default: false},
	logOutput: {type: 'boolean', default: true},
	logWindow: {type: 'boolean', default: true},
	logSecrets: {type: 'boolean', default: false},
	limitRate: {type: 'string', default: '16384'},
	limitBurst: {type: 'string', default: '32768'},
	limitAction: {type: 'string', default: 'pass'},
	failureMode: {type: 'string', default: 'spool'},
	notice: {type: 'string', default: ''},
} as const;

const valueOptions = ['-o', '--output', '--store', '--latency', '--payload', '--limit-rate', '--limit-burst', '--limit-action', '--failure-mode', '--notice'];

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
export function readRecArguments(argv: readonly string[], context: Context): RecArguments {
	const {own, program} = splitAtProgram(argv, valueOptions);
	const {flags: given} = parseArguments(own, help, flags, context);
	return {
		output: given.output,
		store: given.store,
		options: {
			command: program,
			latencyMs: parseLatency(given.latency),
			payloadBytes: parseCount('--payload', given.payload, 32),
			recordsInput: given.logInput,
			recordsOutput: given.logOutput,
			recordsWindow: given.logWindow,
			keepsSecrets: given.logSecrets,
			limit: {
				action: parseChoice('--limit-action', given.limitAction, ['pass', 'delay', 'drop']),
				bytesPerSecond: parseCount('--limit-rate', given.limitRate, 1),
				burstBytes: parseCount('--limit-burst', given.limitBurst, 0),
			},
			failureMode: parseChoice('--failure-mode', given.failureMode, ['spool', 'strict']),
			notice: given.notice,
		},
	};
}

function parseLatency(text: string): number {
	const {amount, unit} = /^(?<amount>\d+(?:\.\d+)?)(?<unit>ms|s)?$/v.exec(text)?.groups ?? {};
	if (amount === undefined) {
		throw new UserError(`--latency is "${text}", expected a time such as 250ms, 1s or 10`);
	}

	return Math.max(1, Math.round(Number(amount) * (unit === 'ms' ? 1 : 1000)));
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
