import type {Command} from '../command.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {indexPage} from './index-page.ts';
import {indexInWorker} from './index-in-worker.ts';

export const runIndex: Command = async (argv, context) => {
	const {flags: {store, rebuild, json}} = parseArguments(argv, indexPage, context);
	const count = await indexInWorker(findStoreAddress(store, context), context, rebuild);
	context.stdout.write(json ? `${JSON.stringify({type: 'job', name: 'index', recordings: count})}\n` : `${count} recordings indexed\n`);
	return 0;
};
