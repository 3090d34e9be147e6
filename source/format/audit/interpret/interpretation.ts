import type {HostNames} from './host-names.ts';

/** What a field's value may depend on besides itself. */
export type InterpretContext = {
	readonly hostNames: HostNames;
	/** Type of the record. */
	readonly type: number | undefined;
	/** Name of the machine in the record's `arch`; without one the host's own is assumed to be x86_64. */
	readonly machine: string;
	/** Name of the record's system call. */
	readonly syscall: string | undefined;
	/** The record's `a0` and `a1`, as hexadecimal. */
	readonly a0: string;
	readonly a1: string;
	/** What the daemon looked up, by field name in lower case. */
	readonly enriched: ReadonlyMap<string, string>;
};

export type Interpretation = {
	readonly text: string;
	/** The value as the line has it is worth keeping besides: it says what the text does not. */
	readonly isRawKept: boolean;
};
