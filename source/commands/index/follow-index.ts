import process from 'node:process';
import {followStore} from '../../index/follow-store.ts';
import {printAddress} from '../../store/address.ts';
import type {Context} from '../context.ts';
import {findSession} from '../find-session.ts';
import {withStore} from '../with-store.ts';

export type FollowIndexOptions = {
	/** Only this recording, until it ends. */
	readonly session: string | undefined;
	/** End when standard input does: whoever started us holds its other end. */
	readonly isUntilEof: boolean;
};

/**
Keep a store indexed while its recordings grow, until a signal or the end asked for.

@returns How often a recording was brought up to date.
@throws {StoreError} when the store fails.
*/
export async function followIndex(address: string, {session, isUntilEof}: FollowIndexOptions, context: Context): Promise<number> {
	const stop = new AbortController();
	const onStop = (): void => {
		stop.abort();
	};

	process.once('SIGINT', onStop).once('SIGTERM', onStop);
	if (isUntilEof) {
		context.stdin.on('error', onStop).once('close', onStop).once('end', onStop).resume();
	}

	let count = 0;
	try {
		await withStore(address, 'write', context, async store => {
			const found = session === undefined ? undefined : await findSession(store, session);
			await followStore(store, {
				clock: context.clock,
				signal: stop.signal,
				...found !== undefined && {key: found.session},
				onIndexed() {
					count++;
				},
				onFailed(key, {message}) {
					context.stderr.write(`scribery: ${printAddress(key)} is left out: ${message}\n`);
				},
			});
		});
	} finally {
		process.off('SIGINT', onStop).off('SIGTERM', onStop);
		if (isUntilEof) {
			context.stdin.destroy();
		}
	}

	return count;
}
