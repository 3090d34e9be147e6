import {StoreError} from '../../store/store-error.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {followIndex} from './follow-index.ts';
import {indexPage} from './index-page.ts';
import {indexInWorker} from './index-in-worker.ts';

export const runIndex: Command = async (argv, context) => {
	const {input, flags: {store, rebuild, follow, untilEof, json}} = parseArguments(argv, indexPage, context);
	const [session, ...others] = input;
	if (others.length > 0 || (session !== undefined && !follow)) {
		throw new UserError('index: one ADDRESS may stand behind --follow, none elsewhere');
	}

	const address = findStoreAddress(store, context);
	const isNamed = session !== undefined;
	await withStore(address, 'write', context, async opened => opened.describeEvents({isAll: rebuild}));
	const count = isNamed ? 0 : await indexAll(address, context, {isRebuild: rebuild, isFollowed: follow});
	if (follow) {
		await followIndex(address, {session, isUntilEof: untilEof}, context);
	}

	context.stdout.write(json ? `${JSON.stringify({type: 'job', name: 'index', recordings: count})}\n` : `${count} recordings indexed\n`);
	return 0;
};

/** A damaged recording does not keep the others from being followed; whoever follows finds it, and tells it in the end. */
async function indexAll(address: string, context: Context, {isRebuild, isFollowed}: {readonly isRebuild: boolean; readonly isFollowed: boolean}): Promise<number> {
	try {
		return await indexInWorker(address, context, {isRebuild});
	} catch (error) {
		if (!(isFollowed && error instanceof StoreError && error.failed === 'recording')) {
			throw error;
		}

		return 0;
	}
}
