import {Buffer} from 'node:buffer';
import {printLocalSyslog} from '../../source/format/syslog/print-syslog.ts';
import {createDatagramSender} from '../delivery/datagram-sender.ts';
import {numberOf} from '../delivery/writer-config.ts';

/** Tell the system's log: auditd gives its plugins nowhere else to tell anything. */
export function createSyslogSayer(): (line: string) => void {
	const sender = createDatagramSender('/dev/log', false);
	let last: Promise<unknown> = Promise.resolve();
	return line => {
		const datagram = Buffer.from(printLocalSyslog({priority, at: undefined, host: '', tag: 'scribery-audit'}, line));
		last = sendAfter(last, async () => sender.send(datagram));
	};
}

const priority = numberOf({facility: 'daemon', priority: 'warning'});

/** Where nobody listens there is nobody to tell. */
async function sendAfter(last: Promise<unknown>, send: () => Promise<unknown>): Promise<void> {
	try {
		await last;
		await send();
	} catch {}
}
