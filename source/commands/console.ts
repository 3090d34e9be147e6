import {existsSync} from 'node:fs';
import {configurationFile} from '../config.ts';
import type {Command} from './command.ts';
import type {Context} from './context.ts';
import {findStoreAddress, isStoreChosen} from './find-store.ts';
import type {ConsoleArguments} from './read-console-arguments.ts';
import {isFullScreenPossible} from './is-full-screen-possible.ts';

/** The console; without a terminal the list of sessions. */
export const openConsole: Command = async (argv, context) => {
	// Most starts have no words, and the package that reads them costs a tenth of the time to the first frame.
	const {query, store, isPlain, isJson, fps, hasColor, isReader} = argv.length === 0 ? bareStart : (await import('./read-console-arguments.ts')).readConsoleArguments(argv, context);
	const isFullScreen = !isPlain && !isJson && isFullScreenPossible(context);
	const {findAddress, name, isDemo} = chooseStore(store, isFullScreen, context);
	if (!isFullScreen) {
		if (isDemo) {
			context.stderr.write('No store yet: these are the recordings that come with scribery (scribery import, scribery rec make a store).\n');
		}

		const {runLs} = await import('./ls/ls.ts');
		return runLs([...(query === '' ? [] : [query]), '--store', await findAddress(), ...(isJson ? ['--json'] : [])], context);
	}

	const {startConsole} = await import('./start-console.ts');
	// Who has neither a store nor a configuration is asked; the demo is behind the question.
	const isFirst = isDemo && query === '' && !existsSync(configurationFile(context.environment));
	return startConsole({findAddress, name, isDemo, query, fps, hasColor, isReader, ...(isFirst && {commands: ['store']})}, context);
};

const bareStart: ConsoleArguments = {query: '', store: undefined, isPlain: false, isJson: false, fps: undefined, hasColor: true, isReader: false};

type ChosenStore = {
	/** Makes the demo store when that is meant and it is not there: asked after the first frame. */
	readonly findAddress: () => Promise<string>;
	readonly name: string;
	readonly isDemo: boolean;
};

function chooseStore(named: string | undefined, isFullScreen: boolean, context: Context): ChosenStore {
	const address = findStoreAddress(named, context);
	if (isStoreChosen(named, context) || existsSync(address)) {
		return {findAddress: async () => address, name: address, isDemo: false};
	}

	return {
		async findAddress() {
			const {openDemo} = await import('./open-demo.ts');
			return openDemo(context, isFullScreen);
		},
		name: 'demo',
		isDemo: true,
	};
}
