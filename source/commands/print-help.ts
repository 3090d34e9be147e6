import type {CommandPage} from './page/command-page.ts';

/** The page of all commands; each command's own page is `scribery COMMAND --help`. */
export function printHelp(pages: readonly CommandPage[]): string {
	const width = Math.max(...pages.map(({name}) => name.length));
	return [
		'Record terminal sessions, find the moment, replay it without risk',
		'',
		'Usage  $ scribery [QUERY]          the console',
		'       $ scribery COMMAND --help   how to use a command',
		'       $ scribery help TOPIC       about query, keys, address or exit',
		'',
		...pages.map(({name, title}) => `  ${name.padEnd(width)}  ${title}`),
		'',
		'Exit  0 done, 1 nothing matched, 2 usage or query, 3 store or access log,',
		'      4 denied, 5 integrity, 70 our fault.',
		'',
	].join('\n');
}
