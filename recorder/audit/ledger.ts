import type {RawLine} from '../../source/format/audit/shipped/raw-line.ts';
import type {GatheredEvent} from './gather-events.ts';
import type {Outgoing} from './outgoing.ts';
import {readRecordLine} from './read-record.ts';
import {splitLines} from './split-lines.ts';

/** Some 20 s of 1,000 commands a second: what comes later is not known any more, and shipped again as the same. */
const mostEvents = 20_000;
const mostCharacters = 48 * 1024 * 1024;

/** Remembers what was shipped of late, so that what comes by two ways, or in two pieces, goes once and whole. */
export type Ledger = {
	/** Returns what was not shipped of the event, and counts it as shipped. */
	readonly take: (event: Pick<GatheredEvent, 'key' | 'at' | 'serial' | 'session' | 'lines'>) => readonly Outgoing[];
	/** It was shipped in some earlier life. */
	readonly remember: (lines: readonly RawLine[]) => void;
	/** What happened at this time or before may have been shipped without being remembered, epoch milliseconds. */
	readonly raiseHorizon: (at: number) => void;
	/** Nothing is known of what happened at this time or before, epoch milliseconds. */
	readonly horizonAt: () => number;
};

export function createLedger(): Ledger {
	const entries = new Map<string, Entry>();
	let characters = 0;
	let horizonAt: number | undefined;

	function note({key, at, lines}: {readonly key: string; readonly at: number; readonly lines: readonly RawLine[]}, parts: number): void {
		const entry = entries.get(key) ?? {at, lines: new Set(), parts: 0};
		horizonAt ??= at - 1;
		entries.set(key, entry);
		entry.parts += parts;
		for (const line of lines) {
			entry.lines.add(nameLine(line));
			characters += line.length;
		}

		for (const [oldest, {at: oldestAt, lines: known}] of entries) {
			if (entries.size <= mostEvents && characters <= mostCharacters) {
				break;
			}

			entries.delete(oldest);
			horizonAt = Math.max(horizonAt, oldestAt);
			characters -= known.values().reduce((sum, line) => sum + line.length, 0);
		}
	}

	return {
		take({key, at, serial, session, lines}) {
			const known = entries.get(key);
			const fresh = known === undefined ? lines : lines.filter(line => !known.lines.has(nameLine(line)));
			const before = known?.parts ?? 0;
			const parts = splitLines(fresh);
			note({key, at, lines: fresh}, parts.length);
			return parts.map((part, index): Outgoing => ({type: 'event', at, serial, part: before + index + 1, session, lines: part}));
		},
		remember(lines) {
			const record = lines[0] === undefined ? undefined : readRecordLine(lines[0]);
			if (record !== undefined && 'key' in record) {
				note({...record, lines}, 1);
			}
		},
		raiseHorizon(at) {
			horizonAt = Math.max(horizonAt ?? at, at);
		},
		horizonAt: () => horizonAt ?? Infinity,
	};
}

type Entry = {readonly at: number; readonly lines: Set<string>; parts: number};

function nameLine(line: RawLine): string {
	return typeof line === 'string' ? line : `\n${line.join(' ')}`;
}
