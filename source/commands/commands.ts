import type {Command} from './command.ts';

export type CommandEntry = {
	readonly load: () => Promise<Command>;
	/** The command reads and writes the standard streams itself: nothing of ours may be listening on them. */
	readonly hasOwnStreams?: true;
	/** Not for people: it has no page. */
	readonly isHidden?: true;
};

/** What runs each subcommand; what is said of it is on its page (`pages.ts`). */
export const commands: Readonly<Record<string, CommandEntry>> = {
	console: {load: async () => (await import('./console.ts')).openConsole},
	rec: {hasOwnStreams: true, load: async () => (await import('./rec.ts')).rec},
	ls: {load: async () => (await import('./ls/ls.ts')).runLs},
	search: {load: async () => (await import('./search/search.ts')).runSearch},
	stats: {load: async () => (await import('./stats/stats.ts')).runStats},
	show: {load: async () => (await import('./show/show.ts')).runShow},
	play: {load: async () => (await import('./play/play.ts')).runPlay},
	export: {load: async () => (await import('./export/export.ts')).runExport},
	import: {load: async () => (await import('./import/import.ts')).runImport},
	collect: {load: async () => (await import('./collect/collect.ts')).runCollect},
	index: {load: async () => (await import('./index/index.ts')).runIndex},
	agent: {load: async () => (await import('./agent/agent.ts')).runAgent},
	doctor: {load: async () => (await import('./doctor/doctor.ts')).runDoctor},
	audit: {load: async () => (await import('./audit/audit.ts')).runAudit},
	demo: {load: async () => (await import('./demo/demo.ts')).runDemo},
	keys: {load: async () => (await import('./keys/keys.ts')).runKeys},
	completion: {load: async () => (await import('./completion/completion.ts')).runCompletion},
	complete: {isHidden: true, load: async () => (await import('./completion/complete.ts')).runComplete},
	help: {load: async () => (await import('./help.ts')).showHelp},
};
