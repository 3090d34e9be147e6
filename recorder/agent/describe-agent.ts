import process from 'node:process';
import type {SpoolMeasure} from '../spool/measure-spool.ts';
import type {AgentCounts, AgentStatus} from './agent-status.ts';
import type {AuditMeasure} from './audit-shipping.ts';
import {measureBehind} from './measure-behind.ts';
import type {Pump} from './pump.ts';
import type {Roster} from './roster.ts';

export type AgentFacts = {
	readonly spool: string;
	readonly measure: SpoolMeasure;
	readonly counts: AgentCounts;
	readonly startedAt: number;
	readonly nowAt: number;
	readonly roster: Roster;
	readonly pumps: readonly Pump[];
	readonly audit: AuditMeasure;
	readonly faults: ReadonlyMap<string, string>;
};

/** What the agent tells of itself. */
export function describeAgent({spool, measure, counts, startedAt, nowAt, roster, pumps, audit, faults}: AgentFacts): AgentStatus {
	const open = roster.open();
	const {user, system} = process.cpuUsage();
	return {
		at: nowAt,
		startedAt,
		processId: process.pid,
		spool: {path: spool, ...measure},
		recordings: {live: open.filter(({isDead}) => !isDead).length, open: open.length, waiting: roster.waiting()},
		audit: {segments: audit.segments, bytes: audit.bytes},
		counts,
		writers: pumps.map(pump => ({name: pump.name, target: pump.delivery.name, ...pump.status(), behindBytes: measureBehind(spool, open, pump.name) + (audit.behindBytes[pump.name] ?? 0)})),
		faults: faults.entries().map(([about, text]) => ({about, text})).toArray(),
		cpuMs: (user + system) / 1000,
		memoryBytes: process.memoryUsage.rss(),
	};
}
