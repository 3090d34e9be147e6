import type {HostNames} from '../interpret/host-names.ts';

export type EcsOptions = {
	readonly hostNames: HostNames;
	/** With the lines of the log, in `event.original`. */
	readonly hasText: boolean;
};
