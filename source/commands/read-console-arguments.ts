import type {Context} from './context.ts';
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

export type ConsoleArguments = {
	readonly query: string;
	readonly store: string | undefined;
	readonly isPlain: boolean;
	readonly isJson: boolean;
	readonly fps: number | undefined;
	readonly hasColor: boolean;
};

export function readConsoleArguments(argv: readonly string[], context: Context): ConsoleArguments {
	const {input, flags: {store, plain, json, fps, color}} = parseArguments(argv, help, flags, context);
	return {query: input.join(' '), store, isPlain: plain, isJson: json, fps, hasColor: color};
}
