import type {Command} from '../command.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments, storeFlags} from '../parse-arguments.ts';
import {indexInWorker} from './index-in-worker.ts';

const help = `
	Make what can be made anew from the recordings: summaries, gaps, keyframes

	Usage  $ scribery index [options]
	  --rebuild    all of them, not only what is missing
	  --store A    where recordings are kept       --json     one JSON object
	Recordings themselves are never touched.
	Examples
	  $ scribery index
	  $ scribery index --rebuild --store ./case.db
	Exit  0 done, 2 usage, 3 store.
`;

const flags = {...storeFlags, rebuild: {type: 'boolean', default: false}} as const;

export const runIndex: Command = async (argv, context) => {
	const {flags: {store, rebuild, json}} = parseArguments(argv, help, flags, context);
	const count = await indexInWorker(findStoreAddress(store, context), context, rebuild);
	context.stdout.write(json ? `${JSON.stringify({type: 'job', name: 'index', recordings: count})}\n` : `${count} recordings indexed\n`);
	return 0;
};
