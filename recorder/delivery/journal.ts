import {Buffer} from 'node:buffer';
import {openDatagrams} from './datagrams.ts';
import type {Delivery, OutgoingMessage} from './delivery.ts';
import {journalTag, tagOf} from './syslog-tag.ts';
import {syslogPriorities} from './writer-config.ts';
import type {JournalWriterConfig} from './writer-config.ts';

/**
The systemd journal, with the fields that tlog sets: `journalctl TLOG_REC=…` and `tlog-play -r journal` find a recording by them.

@see https://systemd.io/JOURNAL_NATIVE_PROTOCOL/
*/
export function openJournal({path, priority, augment}: JournalWriterConfig): Delivery {
	return openDatagrams({
		name: `journal ${path}`,
		path,
		doesSpill: true,
		print: message => printEntry([
			['PRIORITY', String(syslogPriorities[priority])],
			['SYSLOG_IDENTIFIER', tagOf(message, journalTag)],
			...augment ? describe(message) : [],
			['MESSAGE', message.text],
		]),
	});
}

type Field = readonly [name: string, value: string];

function describe({recording, user, session, id, isAudit = false}: OutgoingMessage): readonly Field[] {
	if (isAudit) {
		return [['TLOG_SESSION', String(session)]];
	}

	return [['TLOG_REC', recording], ['TLOG_USER', user], ['TLOG_SESSION', String(session)], ['TLOG_ID', String(id)]];
}

/** A value with line feeds is told by its length (64 bits, little endian) in place of the `=`. */
export function printEntry(fields: readonly Field[]): Uint8Array {
	return Buffer.concat(fields.map(([name, value]) => {
		if (!value.includes('\n')) {
			return Buffer.from(`${name}=${value}\n`);
		}

		const length = Buffer.alloc(8);
		length.writeBigUInt64LE(BigInt(Buffer.byteLength(value)));
		return Buffer.concat([Buffer.from(`${name}\n`), length, Buffer.from(`${value}\n`)]);
	}));
}
