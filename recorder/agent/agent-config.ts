import {UserError} from '../../source/user-error.ts';
import {readConfigFields} from '../delivery/config-fields.ts';
import type {ConfigFields} from '../delivery/config-fields.ts';
import {parseWriterConfig} from '../delivery/parse-writer-config.ts';
import type {WriterConfig} from '../delivery/writer-config.ts';
import type {SpoolLimits} from '../spool/measure-spool.ts';
import type {TranscriptSettings} from './begun.ts';

export type AgentConfig = {
	/** Where the login shell writes. */
	readonly spool: string;
	/** Where the agent keeps what it has to know after a restart. */
	readonly state: string;
	readonly settings: TranscriptSettings;
	readonly limits: SpoolLimits;
	readonly audit: AuditConfig;
	/** By their names. */
	readonly writers: Readonly<Record<string, WriterConfig>>;
};

/** How the plugin of auditd spools. */
export type AuditConfig = {
	/** What the spool of audit events may hold. */
	readonly spoolBytes: number;
	/** Auditd's own log, in which is looked for what did not come otherwise. */
	readonly log: string;
};

/**
Read the agent's configuration: JSON in which `spool`, `state` and `writers` have to be; all else has a default.

@throws {UserError} with file, key, what was found and what was expected.
*/
export function parseAgentConfig(text: string, file: string): AgentConfig {
	const fields = readConfigFields(parseJson(text, file), {file, key: ''});
	const config = {
		spool: fields.path('spool'),
		state: fields.path('state'),
		settings: readSettings(fields),
		limits: readLimits(fields.fields('limits')),
		audit: readAudit(fields.fields('audit')),
		writers: readWriters(fields, file),
	};
	fields.end();
	return config;
}

function parseJson(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new UserError(`${file}: this is no JSON: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

/** Defaults are tlog's, but for its latency of ten seconds. */
function readSettings(fields: ConfigFields): TranscriptSettings {
	const limit = fields.fields('limit');
	const settings: TranscriptSettings = {
		latencyMs: fields.wholeNumber('latencyMs', {least: 1, most: 86_400_000, missing: 250}),
		payloadBytes: fields.wholeNumber('payloadBytes', {least: 32, most: 1_048_576, missing: 2048}),
		masksSecrets: fields.flag('maskSecrets', true),
		limit: {
			action: limit.choice('action', ['pass', 'delay', 'drop'], 'pass'),
			bytesPerSecond: limit.wholeNumber('rate', {least: 1, most: 2 ** 31, missing: 16_384}),
			burstBytes: limit.wholeNumber('burst', {least: 0, most: 2 ** 31, missing: 32_768}),
		},
	};
	limit.end();
	return settings;
}

function readLimits(fields: ConfigFields): SpoolLimits {
	const percent = (key: string, missing: number): number => fields.wholeNumber(key, {least: 1, most: 100, missing});
	const limits = {
		spoolBytes: fields.wholeNumber('spoolBytes', {least: 0, most: Number.MAX_SAFE_INTEGER, missing: 0}),
		noticePercent: percent('noticePercent', 70),
		warningPercent: percent('warningPercent', 85),
		criticalPercent: percent('criticalPercent', 95),
	};
	fields.end();
	return limits;
}

function readAudit(fields: ConfigFields): AuditConfig {
	const config = {
		spoolBytes: fields.wholeNumber('spoolBytes', {least: 33_554_432, most: Number.MAX_SAFE_INTEGER, missing: 1_073_741_824}), // Four segments at least: two are always kept.
		log: fields.path('log', '/var/log/audit/audit.log'),
	};
	fields.end();
	return config;
}

function readWriters(fields: ConfigFields, file: string): AgentConfig['writers'] {
	const names = fields.names('writers');
	if (names.length === 0) {
		throw new UserError(`${file}: "writers" has none, expected at least one, such as {"journal": {"type": "journal"}}`);
	}

	const writers = Object.fromEntries(names.map(([name, value]) => [name, parseWriterConfig(value, {file, key: `writers.${name}`})]));
	for (const other of ['audit', 'recordings'] as const) {
		if (Object.values(writers).every(({carries}) => carries === other)) {
			throw new UserError(`${file}: every one of "writers" carries only "${other}", expected one at least for ${other === 'audit' ? 'recordings' : 'audit events'}`);
		}
	}

	return writers;
}
