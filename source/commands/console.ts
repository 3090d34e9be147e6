import {userInfo} from 'node:os';
import {logAccess} from '../access/log-access.ts';
import {readConfig} from '../config.ts';
import type {Command} from './command.ts';
import type {Context} from './context.ts';
import {findStoreAddress, isStoreChosen} from './find-store.ts';
import {isFullScreenPossible} from './is-full-screen-possible.ts';
import {openDemo} from './open-demo.ts';
import {parseArguments, storeFlags} from './parse-arguments.ts';

const help = `
	Record terminal sessions, find the moment, replay it without risk

	Usage  $ scribery [QUERY] [options]     the console; without a terminal, as ls
	       $ scribery COMMAND …             see scribery help
	  --store A    where recordings are kept        --plain      no full screen
	  --fps N      paint at most N times a second   --no-color   no colours
	With no store yet the console opens a demo made of recordings that come with scribery.
	Examples
	  $ scribery
	  $ scribery 'user:alice since:yesterday'
	  $ scribery --store ./case.db
	Exit  0 left, 1 nothing matched (without a terminal), 2 usage, 3 store or access log.
`;

const flags = {
	...storeFlags,
	plain: {type: 'boolean', default: false},
	fps: {type: 'number'},
	color: {type: 'boolean', default: true},
} as const;

export const openConsole: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, help, flags, context);
	const query = input.join(' ');
	const {address, isDemo} = await chooseStore(given.store, context);
	if (given.plain || given.json || !isFullScreenPossible(context)) {
		if (isDemo) {
			context.stderr.write('No store yet: these are the recordings that come with scribery (scribery import, scribery rec make a store).\n');
		}

		const {runLs} = await import('./ls/ls.ts');
		return runLs([...(query === '' ? [] : [query]), '--store', address, ...(given.json ? ['--json'] : [])], context);
	}

	return startConsole({address, isDemo, query, fps: given.fps, hasColor: given.color}, context);
};

type Start = {
	readonly address: string;
	readonly isDemo: boolean;
	readonly query: string;
	readonly fps?: number | undefined;
	readonly hasColor?: boolean;
	/** Address to play. */
	readonly play?: string;
	/** Commands of the console to begin with, as typed behind its colon. */
	readonly commands?: readonly string[];
};

/** The full-screen console; the terminal must be able to show it. */
export async function startConsole({address, isDemo, query, fps, hasColor = true, play, commands}: Start, context: Context): Promise<number> {
	const {runConsole} = await import('../console/run.tsx');
	const config = readConfig(context.environment);
	return runConsole({
		async openStore(other) {
			const {openStore} = await import('../store/open-store.ts');
			return openStore(other ?? address, {mode: 'read', clock: context.clock});
		},
		storeName: isDemo ? 'demo' : address,
		isDemo,
		recordAccess: async (store, entry) => logAccess(store, entry, context),
		who: userInfo().username,
		clock: context.clock,
		config: {...config, fps: fps ?? config.fps},
		query,
		play,
		commands,
		stdin: context.stdin,
		stdout: context.stdout,
		stderr: context.stderr,
		environment: hasColor ? context.environment : {...context.environment, NO_COLOR: '1'},
	});
}

async function chooseStore(named: string | undefined, context: Context): Promise<{readonly address: string; readonly isDemo: boolean}> {
	const {existsSync} = await import('node:fs');
	const address = findStoreAddress(named, context);
	return isStoreChosen(named, context) || existsSync(address)
		? {address, isDemo: false}
		: {address: await openDemo(context), isDemo: true};
}
