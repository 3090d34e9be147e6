import type {NewEvent} from './event.ts';

/** The name of an audit event among all hosts and boots; `-` for a boot that nobody told. */
export function printEventId({host, boot, at, serial}: Pick<NewEvent, 'host' | 'boot' | 'at' | 'serial'>): string {
	return `${host}/${boot ?? '-'}/${(at / 1000).toFixed(3)}:${serial}`;
}
