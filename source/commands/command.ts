import type {Context} from './context.ts';

/** One subcommand: the words behind its name in, exit code out. Errors are thrown. */
export type Command = (argv: readonly string[], context: Context) => Promise<number>;
