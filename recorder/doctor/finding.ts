import type {HostFacts} from './host-facts.ts';

/** What one check found. */
export type Finding = {
	/** Name of the check. */
	readonly check: string;
	/** `fault`: somebody is not recorded, or cannot log in. `warning`: a way round, or a choice to think over. `skipped`: does not matter here. */
	readonly state: 'good' | 'fault' | 'warning' | 'skipped';
	readonly found: string;
	/** What to do. */
	readonly advice?: string;
};

export type Check = (facts: HostFacts) => Finding;
