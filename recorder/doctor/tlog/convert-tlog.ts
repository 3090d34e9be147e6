import {Buffer} from 'node:buffer';
import {UserError} from '../../../source/user-error.ts';
import {parseWriterConfig} from '../../delivery/parse-writer-config.ts';
import type {WriterConfig} from '../../delivery/writer-config.ts';
import type {TlogSetting, TlogSettings} from './merge-tlog-layers.ts';

/** What became of one of tlog's keys. */
export type TlogOutcome = {
	readonly key: string;
	readonly value: string | number | boolean | undefined;
	readonly origin: string | undefined;
	/** `same`: means the same here. `changed`: comes near it. `left`: has no counterpart, or is not used. */
	readonly outcome: 'same' | 'changed' | 'left';
	/** For people. */
	readonly note: string;
};

export type ConvertedTlog = {
	/** Text of `session.conf`. */
	readonly session: string;
	/** What `agent.json` holds. */
	readonly agent: Readonly<Record<string, unknown>>;
	readonly outcomes: readonly TlogOutcome[];
};

/** As the login shell reads it: what fits. */
const longest = {shell: 255, notice: 511};

/**
Say in our configuration what tlog's says.

@throws {UserError} when tlog itself could not work with it.
*/
export function convertTlog({settings, unknown}: TlogSettings): ConvertedTlog {
	const values = new Map(settings.map(({key, value}) => [key, value]));
	const {name, config} = toWriter(values);
	const action = String(values.get('limit.action'));
	const session = {
		shell: String(values.get('shell')),
		notice: toLine(String(values.get('notice'))),
		input: values.get('log.input') === true ? 'yes' : 'no',
		notty: 'full',
		full: 'kill',
	};
	checkSession(session);
	return {
		session: Object.entries(session).map(([key, value]) => `${key}=${value}\n`).join(''),
		agent: {
			spool: '/var/spool/scribery',
			state: '/var/lib/scribery',
			writers: {[name]: config},
			latencyMs: 1000 * bound('latency', values),
			payloadBytes: bound('payload', values),
			limit: {action, rate: bound('limit.rate', values), burst: bound('limit.burst', values)},
		},
		outcomes: [
			...settings.map(setting => ({...setting, ...tell(setting, {writer: name, action})})),
			...unknown.map(({key, origin}) => ({key, value: undefined, origin, outcome: 'left', note: 'tlog does not know this key and would not start with it'} as const)),
		],
	};
}

type Values = ReadonlyMap<string, string | number | boolean>;

/** What the agent takes of tlog's numbers. */
const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
	latency: [1, 86_400],
	payload: [32, 1_048_576],
	'limit.rate': [1, 2 ** 31],
	'limit.burst': [0, 2 ** 31],
};

function bound(key: string, values: Values): number {
	const [least, most] = bounds[key] ?? [0, 0];
	return Math.min(most, Math.max(least, Number(values.get(key))));
}

function toWriter(values: Values): {readonly name: string; readonly config: WriterConfig} {
	const name = String(values.get('writer'));
	const below = Object.fromEntries(values.entries().filter(([key, value]) => key.startsWith(`${name}.`) && value !== '').map(([key, value]) => [key.slice(name.length + 1), value]));
	return {name, config: parseWriterConfig({type: name, ...below}, {file: 'tlog\'s configuration', key: name})};
}

/** The login shell's notice is one line. */
function toLine(notice: string): string {
	return notice.replaceAll(/\p{Control}+/gv, ' ').trim();
}

function checkSession(session: Readonly<Record<'shell' | 'notice', string>>): void {
	for (const key of ['shell', 'notice'] as const) {
		if (Buffer.byteLength(session[key]) > longest[key]) {
			throw new UserError(`tlog's configuration: "${key}" has ${Buffer.byteLength(session[key])} bytes, expected at most ${longest[key]}`);
		}
	}

	if (!/^\/\P{Control}*$/v.test(session.shell)) {
		throw new UserError(`tlog's configuration: "shell" is ${JSON.stringify(session.shell)}, expected an absolute path`);
	}
}

type Told = Pick<TlogOutcome, 'outcome' | 'note'>;

function tell({key, value}: TlogSetting, {writer, action}: {readonly writer: string; readonly action: string}): Told {
	const [least, most] = bounds[key] ?? [-Infinity, Infinity];
	if (Number(value) < least || Number(value) > most) {
		return {outcome: 'changed', note: `agent.json: as near as it may be, from ${least} to ${most}`};
	}

	if (/^(?:file|syslog|journal)\./v.test(key)) {
		return tellWriter(key, writer);
	}

	return key === 'limit.action' && action === 'delay'
		? {outcome: 'changed', note: 'agent.json: limit.action; what is too fast waits in the spool, the terminal does not stand still'}
		: general[key]?.(value) ?? {outcome: 'same', note: `agent.json: ${key}`};
}

function tellWriter(key: string, writer: string): Told {
	const [of, name] = key.split('.', 2);
	if (of !== writer) {
		return {outcome: 'left', note: `not used: the writer is ${writer}`};
	}

	return key === 'file.path'
		? {outcome: 'same', note: 'agent.json: writers.file.path; as a service the agent may write below /var/log/scribery, another place needs ReadWritePaths= in its unit'}
		: {outcome: 'same', note: `agent.json: writers.${of}.${name}`};
}

const always = (value: TlogSetting['value'], what: string): Told => value === true
	? {outcome: 'same', note: `${what} always recorded`}
	: {outcome: 'left', note: `${what} always recorded, which cannot be switched off`};

const general: Readonly<Record<string, (value: TlogSetting['value']) => Told>> = {
	shell: () => ({outcome: 'same', note: 'session.conf: shell'}),
	notice: value => toLine(String(value)) === value
		? {outcome: 'same', note: 'session.conf: notice'}
		: {outcome: 'changed', note: 'session.conf: notice, in one line'},
	latency: () => ({outcome: 'same', note: 'agent.json: latencyMs; nothing is lost in that time, the spool has it at once'}),
	payload: () => ({outcome: 'same', note: 'agent.json: payloadBytes'}),
	'log.input': () => ({outcome: 'same', note: 'session.conf: input; secrets typed without echo are masked'}),
	'log.output': value => always(value, 'output is'),
	'log.window': value => always(value, 'window sizes are'),
	writer: () => ({outcome: 'same', note: 'agent.json: writers'}),
};
