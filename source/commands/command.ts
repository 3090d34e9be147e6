import type {Context} from './context.ts';

/** One subcommand: the words behind its name in, exit code out. Errors are thrown. */
export type Command = (argv: readonly string[], context: Context) => Promise<number>;

type CommandEntry = {
	readonly summary: string;
	readonly load: () => Promise<Command>;
	/** The command reads and writes the standard streams itself: nothing of ours may be listening on them. */
	readonly hasOwnStreams?: true;
};

/** Every subcommand, in the order of the help page. */
export const commands: Readonly<Record<string, CommandEntry>> = {
	rec: {
		summary: 'record a command or your shell',
		hasOwnStreams: true,
		async load() {
			const {rec} = await import('./rec.ts');
			return rec;
		},
	},
};
