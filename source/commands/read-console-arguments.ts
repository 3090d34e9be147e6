import type {Context} from './context.ts';
import {consolePage} from './console-page.ts';
import {parseArguments} from './parse-arguments.ts';

export type ConsoleArguments = {
	readonly query: string;
	readonly store: string | undefined;
	readonly isPlain: boolean;
	readonly isJson: boolean;
	readonly fps: number | undefined;
	readonly hasColor: boolean;
	readonly isReader: boolean;
};

export function readConsoleArguments(argv: readonly string[], context: Context): ConsoleArguments {
	const {input, flags} = parseArguments(argv, consolePage, context);
	const {store, plain, json, fps, color} = flags;
	return {query: input.join(' '), store, isPlain: plain, isJson: json, fps, hasColor: color, isReader: flags.screenReader};
}
