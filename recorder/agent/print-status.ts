import type {AgentStatus} from './agent-status.ts';

/** An agent that has not told of itself for so long is not at work. */
export const staleMs = 30_000;

/** What is wrong, most urgent first; nothing when all is well. */
export function findTroubles(status: AgentStatus, nowMs: number): string[] {
	return [
		...(nowMs - status.at > staleMs ? [`the agent has not been heard of for ${printDuration(nowMs - status.at)}`] : []),
		...(status.spool.level === 'good' ? [] : [`the spool or its disk is ${status.spool.usedPercent} % full (${status.spool.level})`]),
		...status.faults.map(({about, text}) => text.startsWith(about) ? text : `${about}: ${text}`),
	];
}

/** For people: a few lines. */
export function printStatus(status: AgentStatus, nowMs: number): string {
	const {spool, recordings, counts, writers} = status;
	const troubles = findTroubles(status, nowMs);
	return [
		troubles.length === 0 ? 'All is well.' : 'Not all is well:',
		...troubles.map(trouble => `  ${trouble}`),
		`Agent      process ${status.processId}, heard of ${printDuration(nowMs - status.at)} ago, runs for ${printDuration(status.at - status.startedAt)}, ${printBytes(status.memoryBytes)}, ${(status.cpuMs / 1000).toFixed(1)} s of a processor`,
		`Spool      ${spool.path}: ${spool.files} files, ${printBytes(spool.bytes)}${spool.oldestAt === undefined ? '' : `, the oldest written to ${printDuration(nowMs - spool.oldestAt)} ago`}; disk ${spool.usedPercent} % used, ${printBytes(spool.freeBytes)} free`,
		`Recordings ${recordings.live} live, ${recordings.open} open, ${recordings.waiting} waiting; since the start ${counts.delivered} delivered, ${counts.broken} broken, ${counts.gaps} gaps with ${printBytes(counts.lostBytes)} lost, ${printBytes(counts.damagedBytes)} damaged`,
		...(status.audit?.segments ? [`Audit      ${status.audit.segments} files, ${printBytes(status.audit.bytes)}; the newest two are kept`] : []),
		...writers.map(writer => `Writer     ${writer.name} (${writer.target}): ${writer.messages} messages, ${printBytes(writer.bytes)}, ${printBytes(writer.behindBytes)} of the spool behind${writer.dropped === 0 ? '' : `, ${writer.dropped} dropped by the rate limit`}${writer.fault === undefined ? '' : `; failing for ${printDuration(nowMs - (writer.failingSinceAt ?? nowMs))}: ${writer.fault}`}`),
	].map(line => `${showControls(line)}\n`).join('');
}

/** A fault may carry what another host has said. */
function showControls(line: string): string {
	return line.replaceAll(/[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gv, character => String.raw`\u{${character.codePointAt(0)?.toString(16)}}`);
}

function printDuration(ms: number): string {
	const seconds = Math.max(0, Math.round(ms / 1000));
	if (seconds < 120) {
		return `${seconds} s`;
	}

	return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function printBytes(bytes: number): string {
	const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
	const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
	return `${power === 0 ? bytes : (bytes / (1024 ** power)).toFixed(1)} ${units[power]}`;
}
