import type {Command} from './command.ts';

export type CommandEntry = {
	readonly summary: string;
	readonly load: () => Promise<Command>;
	/** The command reads and writes the standard streams itself: nothing of ours may be listening on them. */
	readonly hasOwnStreams?: true;
};

/** Every subcommand, in the order of the help page. */
export const commands: Readonly<Record<string, CommandEntry>> = {
	console: {summary: 'the console, with the words behind it as its query', load: async () => (await import('./console.ts')).openConsole},
	rec: {summary: 'record a command or your shell', hasOwnStreams: true, load: async () => (await import('./rec.ts')).rec},
	ls: {summary: 'list sessions', load: async () => (await import('./ls/ls.ts')).runLs},
	show: {summary: 'show one recording, or its screen at one instant', load: async () => (await import('./show/show.ts')).runShow},
	play: {summary: 'replay one recording', load: async () => (await import('./play/play.ts')).runPlay},
	export: {summary: 'write recordings as files other programs read', load: async () => (await import('./export/export.ts')).runExport},
	import: {summary: 'bring recordings into a store', load: async () => (await import('./import/import.ts')).runImport},
	index: {summary: 'make summaries, gaps and keyframes anew', load: async () => (await import('./index/index.ts')).runIndex},
	demo: {summary: 'make a store of the recordings that come with scribery', load: async () => (await import('./demo/demo.ts')).runDemo},
};
