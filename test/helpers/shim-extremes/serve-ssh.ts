import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {installShim, recordedUser} from '../shim-install.ts';
import type {ShimHome} from '../shim.ts';
import type {Outcome} from './outcome.ts';

/** The installed login shell as a user's shell under a real sshd and su, in a mount namespace of its own. Returns what `host.sh` tells. */
export function serveHost(home: ShimHome, times: number, bytes: number): {readonly facts: readonly string[]; readonly errors: string} {
	const script = fileURLToPath(new URL('../../../../test/recorder/shim/host.sh', import.meta.url));
	const {stdout, stderr} = spawnSync('unshare', ['-m', 'bash', script, home.folder, home.program, String(recordedUser), String(times), String(bytes)], {encoding: 'utf8', timeout: 1_800_000});
	return {facts: stdout.split('\n').slice(0, -1), errors: stderr};
}

/** Commands over ssh without input, and so many bytes each way. */
export async function serveSsh(times: number, bytes: number): Promise<Outcome> {
	const {facts, errors} = serveHost(installShim('', 'absolute'), times, bytes);
	const wrong = Number(/^ssh without input: (?<wrong>\d+) wrong$/v.exec(facts.at(-1) ?? '')?.groups?.wrong ?? times);
	const different = facts.filter(fact => fact.endsWith(': different')).length;
	return {tried: times, wrong: wrong + different, facts: `${facts.filter(fact => fact.endsWith(': same')).length} of 5 ways brought ${bytes} bytes unchanged${errors.split('\n', 1)[0] ?? ''}`};
}
