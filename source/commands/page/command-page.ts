/** All that a command's `--help`, its manual page and its completion are made of. */
export type CommandPage = {
	/** As typed behind `scribery`. */
	readonly name: string;
	/** What it does, one line without a full stop. */
	readonly title: string;
	/** What follows the name, one for each way to use it. */
	readonly usage: readonly string[];
	/** What the words are that are no options. */
	readonly operand: Operand;
	/** By name as typed behind `--`; a switch that is on unless said is shown as `--no-NAME`. */
	readonly options: CommandOptions;
	/** What the options do not say, a paragraph each. */
	readonly notes: readonly string[];
	/** Without the prompt. */
	readonly examples: readonly string[];
	/** Meaning of each exit code, `0 listed`. */
	readonly exits: readonly string[];
	/** Pages of what it does by other names with options of their own, `audit follow`. */
	readonly actions?: readonly CommandPage[];
};

export type Operand = 'none' | 'query' | 'address' | 'file' | 'topic' | 'shell' | 'program';

export type CommandOptions = Readonly<Record<string, CommandOption>>;

export type CommandOption = {
	readonly type: 'string' | 'number' | 'boolean';
	/** Letter of the short form. */
	readonly short?: string;
	readonly default?: string | number | boolean;
	/** What stands for the value in the help, `N`. */
	readonly value?: string;
	readonly help: string;
	/** All that the value may be. */
	readonly values?: readonly string[];
	/** Values that are understood and not taken, and why. */
	readonly refused?: Readonly<Record<string, string>>;
	/** A `-` before the value turns it round. */
	readonly isReversible?: boolean;
	/** What the value is, where a shell can offer some. */
	readonly completes?: 'file' | 'store' | 'view';
	/** Bounds of a number, both included. */
	readonly least?: number;
	readonly most?: number;
	readonly isWhole?: boolean;
	/** May be given several times. */
	readonly isMultiple?: boolean;
};
