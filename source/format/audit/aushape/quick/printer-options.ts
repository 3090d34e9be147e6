import type {HostNames} from '../../interpret/host-names.ts';

export type PrinterOptions = {
	/** Between two fields. */
	readonly separator: string;
	readonly hostNames: HostNames;
};
