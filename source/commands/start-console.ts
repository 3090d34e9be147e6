import {existsSync} from 'node:fs';
import {userInfo} from 'node:os';
import {defaultStorePath, readConfig} from '../config.ts';
import {runConsole} from '../console/run.tsx';
import type {Context} from './context.ts';
import {createWork} from './create-work.ts';
import {findStoreToWrite} from './find-store.ts';
import {readKeysFile} from './read-keys-file.ts';
import {readThemeFiles} from './read-theme-files.ts';

type Start = {
	readonly findAddress: () => Promise<string>;
	/** Of the store, for the title. */
	readonly name: string;
	readonly isDemo: boolean;
	readonly query: string;
	readonly fps?: number | undefined;
	readonly hasColor?: boolean;
	/** Lines to be spoken instead of a painted screen. */
	readonly isReader?: boolean;
	/** Address to play. */
	readonly play?: string;
	/** Commands of the console to begin with, as typed behind its colon. */
	readonly commands?: readonly string[];
};

/**
The full-screen console. What the first frame does not need is loaded after it.

@param start - which store, and what to begin with.
@param context - its terminal must be able to show the console.
@returns The exit code.
*/
export async function startConsole(start: Start, context: Context): Promise<number> {
	const {findAddress, name, isDemo, query, fps, hasColor = true, isReader = false, play, commands} = start;
	const config = readConfig(context.environment);
	const {keys, problem} = readKeysFile(context.environment);
	const {themes, problem: themeProblem} = readThemeFiles(context.environment);
	const problems = [...(problem === undefined ? [] : [`${problem}; the keys are the usual ones.`]), ...(themeProblem === undefined ? [] : [themeProblem])];
	return runConsole({
		async openStore(other) {
			const [{openStore}, address] = await Promise.all([import('../store/open-store.ts'), other === undefined ? findAddress() : findStoreToWrite(other, context)]);
			if (other !== undefined && address === defaultStorePath(context.environment) && !existsSync(address)) {
				// Somebody's own store begins empty; one that is named must be there.
				const made = await openStore(address, {mode: 'create', clock: context.clock});
				await made.close();
			}

			return openStore(address, {mode: 'read', clock: context.clock, queryWorker: context.queryWorker});
		},
		storeName: name,
		isDemo,
		async recordAccess(store, entry) {
			const {logAccess} = await import('../access/log-access.ts');
			await logAccess(store, entry, context);
		},
		who: userInfo().username,
		work: createWork(context),
		clock: context.clock,
		config: {...config, fps: fps ?? config.fps},
		keys,
		themes,
		notice: problems[0],
		query,
		play,
		commands,
		stdin: context.stdin,
		stdout: context.stdout,
		stderr: context.stderr,
		environment: {...context.environment, ...(!hasColor && {NO_COLOR: '1'}), ...(isReader && {INK_SCREEN_READER: 'true'})},
	});
}
