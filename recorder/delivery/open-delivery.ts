import {openCollector} from './collector.ts';
import type {Delivery} from './delivery.ts';
import {openDurableFile} from './durable-file.ts';
import {openJournal} from './journal.ts';
import {openSyslog} from './syslog.ts';
import type {WriterConfig} from './writer-config.ts';

/** Make one writer of the agent's. Files and connections are opened at the first `write`, and again whenever they are gone. */
export function openDelivery(config: WriterConfig): Delivery {
	switch (config.type) {
		case 'file': {
			return openDurableFile(config.path);
		}

		case 'syslog': {
			return openSyslog(config);
		}

		case 'journal': {
			return openJournal(config);
		}

		case 'collector': {
			return openCollector(config);
		}

		default: {
			return config satisfies never;
		}
	}
}
