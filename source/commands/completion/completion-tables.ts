import type {CommandPage} from '../page/command-page.ts';

/** What the scripts are made of. */
export type CompletionTables = {
	readonly pages: readonly CommandPage[];
	readonly topics: readonly string[];
	readonly shells: readonly string[];
};
