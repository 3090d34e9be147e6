import type {Readable} from 'node:stream';
import type {Clock} from '../../source/clock.ts';
import {readAgentConfig} from '../agent/read-agent-config.ts';
import {createTelling} from '../agent/telling.ts';
import {claimSpool} from './claim-spool.ts';
import {watchKernelLosses} from './kernel-losses.ts';
import {openLogSince} from './log-files.ts';
import {openAuditSpool} from './open-spool.ts';
import {findOrigin} from './origin.ts';
import {becomeOwner} from './owner.ts';
import {startPlugin} from './start-plugin.ts';

/** For one who was told to end just now. */
const claimPatienceMs = 15_000;
const flushMs = 5000;

export type PluginWorld = {
	readonly clock: Clock;
	readonly stdin: Readable;
	/** Resolves when this process is to end. */
	readonly ending: Promise<unknown>;
	/** Calls back when the configuration is to be read anew. */
	readonly onReload: (reload: () => void) => void;
	readonly say: (line: string) => void;
};

/**
Be auditd's plugin, configured as the agent is: spool what comes on standard input until it ends, or until told to.

@throws {UserError} for a wrong configuration, {RecorderError} when there is no spool or it is another's.
*/
export async function runPlugin(file: string, {clock, stdin, ending, onReload, say}: PluginWorld): Promise<void> {
	let config = readAgentConfig(file);
	const early: Uint8Array[] = [];
	const keep = (chunk: Uint8Array): void => {
		early.push(chunk);
	};

	stdin.on('data', keep); // From the first moment: auditd must not wait.
	const owner = becomeOwner(config.spool);
	const origin = findOrigin(clock.now());
	const giveUp = await claimSpool(owner.folder, origin.bootId, claimPatienceMs);
	const telling = createTelling(say);
	const spool = openAuditSpool({
		folder: owner.folder,
		origin,
		mostBytes: () => config.audit.spoolBytes,
		nowAt: clock.now(),
		onFault(fault) {
			telling.fault(owner.folder, fault);
		},
		onMended() {
			telling.mended(owner.folder);
		},
		onGap(sinceAt) {
			plugin.lookBack(sinceAt);
		},
	});
	const plugin = startPlugin({
		clock,
		...spool,
		openLog: sinceAt => owner.asRoot(() => openLogSince(config.audit.log, sinceAt)),
		losses: watchKernelLosses(owner.folder, origin.bootId),
		say,
	});
	onReload(() => {
		try {
			config = {...owner.asRoot(() => readAgentConfig(file)), spool: config.spool};
		} catch (error) {
			say(`goes on as before: ${error instanceof Error ? error.message : String(error)}`);
		}
	});
	stdin.off('data', keep);
	stdin.on('data', plugin.push);
	for (const chunk of early) {
		plugin.push(chunk);
	}

	await Promise.race([ending, waitForEnd(stdin)]);
	await plugin.close();
	await spool.close(flushMs);
	giveUp();
}

async function waitForEnd(stdin: Readable): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	stdin.once('end', resolve);
	stdin.once('close', resolve);
	stdin.once('error', () => {
		resolve(); // Its other end has gone.
	});
	await promise;
}
