import path from 'node:path';
import {RecorderError} from '../errors.ts';
import type {TranscriptSettings} from './begun.ts';
import {readFlag, readNumber, readObject, readRecord, readText, readWord} from './fields.ts';

export type AgentConfig = {
	/** Where the login shell writes. */
	readonly spool: string;
	/** Where the agent keeps what it has to know after a restart. */
	readonly state: string;
	readonly settings: TranscriptSettings;
	readonly limits: SpoolLimits;
	/** By their names. */
	readonly writers: Readonly<Record<string, FileWriterConfig>>;
};

export type FileWriterConfig = {readonly type: 'file'; readonly path: string};

/** When to speak up. What is not with every writer is never removed: how much a spool may hold is the login shell's to heed. */
export type SpoolLimits = {
	/** What the spool is meant to hold at most; 0: as much as its disk. */
	readonly spoolBytes: number;
	readonly noticePercent: number;
	readonly warningPercent: number;
	readonly criticalPercent: number;
};

/**
Read the agent's configuration: JSON in which `spool`, `state` and `writers` have to be; all else has a default.

@throws {RecorderError} with file, key, what was found and what was expected.
*/
export function parseAgentConfig(text: string, file: string): AgentConfig {
	const found = takeKeys(parseJson(text, file), file, ['spool', 'state', 'latencyMs', 'payloadBytes', 'maskSecrets', 'limit', 'limits', 'writers']);
	const limit = takeKeys(found.limit ?? {}, `${file}: limit`, ['action', 'rate', 'burst']);
	const limits = takeKeys(found.limits ?? {}, `${file}: limits`, ['spoolBytes', 'noticePercent', 'warningPercent', 'criticalPercent']);
	const place = (key: string): string => `${file}: ${key}`;
	return {
		spool: readPath(found.spool, place('spool')),
		state: readPath(found.state, place('state')),
		settings: {
			latencyMs: readWhole(found.latencyMs ?? 250, place('latencyMs'), [1, 86_400_000]),
			payloadBytes: readWhole(found.payloadBytes ?? 2048, place('payloadBytes'), [32, 1_048_576]),
			masksSecrets: readFlag(found.maskSecrets ?? true, place('maskSecrets')),
			limit: {
				action: readWord(['pass', 'delay', 'drop'])(limit.action ?? 'pass', place('limit.action')),
				bytesPerSecond: readWhole(limit.rate ?? 16_384, place('limit.rate'), [1, 2 ** 31]),
				burstBytes: readWhole(limit.burst ?? 32_768, place('limit.burst'), [0, 2 ** 31]),
			},
		},
		limits: {
			spoolBytes: readWhole(limits.spoolBytes ?? 0, place('limits.spoolBytes'), [0, Number.MAX_SAFE_INTEGER]),
			noticePercent: readWhole(limits.noticePercent ?? 70, place('limits.noticePercent'), [1, 100]),
			warningPercent: readWhole(limits.warningPercent ?? 85, place('limits.warningPercent'), [1, 100]),
			criticalPercent: readWhole(limits.criticalPercent ?? 95, place('limits.criticalPercent'), [1, 100]),
		},
		writers: readWriters(found.writers, place('writers')),
	};
}

function parseJson(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new RecorderError(`${file}: this is no JSON: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

/** An object that has no other keys than these. */
function takeKeys<Key extends string>(value: unknown, place: string, keys: readonly Key[]): Readonly<Partial<Record<Key, unknown>>> {
	const found = readObject(value, place);
	const unknown = Object.keys(found).find(key => keys.every(known => known !== key));
	if (unknown !== undefined) {
		throw new RecorderError(`${place}: ${JSON.stringify(unknown)} is not a setting, expected ${keys.join(', ')}`);
	}

	return found as Readonly<Partial<Record<Key, unknown>>>; // It has no keys but these.
}

function readWriters(value: unknown, place: string): AgentConfig['writers'] {
	const writers = readRecord(readWriter)(value, place);
	if (Object.keys(writers).length === 0) {
		throw new RecorderError(`${place} is empty, expected a writer at least, such as {"file": {"type": "file", "path": "/var/log/scribery.jsonl"}}`);
	}

	return writers;
}

function readWriter(value: unknown, place: string): FileWriterConfig {
	const {type, path: file} = takeKeys(value, place, ['type', 'path']);
	return {type: readWord(['file'])(type, `${place}.type`), path: readPath(file, `${place}.path`)};
}

function readPath(value: unknown, place: string): string {
	const found = readText(value, place);
	if (!path.isAbsolute(found)) {
		throw new RecorderError(`${place} is ${JSON.stringify(found)}, expected an absolute path`);
	}

	return found;
}

function readWhole(value: unknown, place: string, [least, most]: readonly [least: number, most: number]): number {
	const found = readNumber(value, place);
	if (!Number.isSafeInteger(found) || found < least || found > most) {
		throw new RecorderError(`${place} is ${found}, expected a whole number from ${least} to ${most}`);
	}

	return found;
}
