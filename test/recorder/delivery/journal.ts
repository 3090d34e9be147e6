import {execFileSync} from 'node:child_process';
import {Buffer} from 'node:buffer';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {printEntry} from '../../../recorder/delivery/journal.ts';
import {openDelivery} from '../../../recorder/delivery/open-delivery.ts';
import type {JournalWriterConfig} from '../../../recorder/delivery/writer-config.ts';
import {buildDatagramProgram} from '../../helpers/datagram-program.ts';
import {startJournald, testWithJournald} from '../../helpers/journald.ts';
import type {Journald} from '../../helpers/journald.ts';
import {findRecording, makeOutgoing, readOutgoing} from '../../helpers/outgoing.ts';
import {playWithTlog} from '../../helpers/tlog-play.ts';

buildDatagramProgram();

test('a value with line feeds is told by its length', t => {
	const printed = Buffer.from(printEntry([['A', 'b'], ['C', 'd\ne']]));
	t.deepEqual(printed, Buffer.concat([Buffer.from('A=b\nC\n'), Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('d\ne\n')]));
});

testWithJournald('tlog-play shows from the journal what was sent to it', async t => {
	const journald = await startJournald(t);
	const delivery = openDelivery(configFor(journald));
	for (const name of ['web2-carol-unicode.jsonl', 'db2-carol-binary.jsonl']) {
		const messages = readOutgoing(name);
		await delivery.write(messages);
		await untilEntries(journald, messages.length, `TLOG_REC=${messages[0]?.recording}`);
		t.deepEqual(await playWithTlog(['-r', 'journal', '-M', `TLOG_REC=${messages[0]?.recording}`], journald.inside), await playWithTlog(['-i', findRecording(name)]), name);
	}

	await delivery.close();
});

testWithJournald('the fields are those of tlog, but for where in its source it stands', async t => {
	const journald = await startJournald(t);
	execFileSync('env', [...journald.inside, 'tlog-rec', '-w', 'journal', '--', 'echo', 'hi'], {env: {...process.env, LC_ALL: 'C.UTF-8'}, stdio: 'ignore'});
	const delivery = openDelivery(configFor(journald));
	await delivery.write(makeOutgoing(1));
	const [theirs, ours] = await untilEntries(journald, 2, '_TRANSPORT=journal', 'PRIORITY=6');
	const fieldsOf = (entry: Readonly<Record<string, unknown>> = {}): string[] => Object.keys(entry).filter(name => !/^(?:_|CODE_)/v.test(name)).toSorted();
	t.deepEqual(fieldsOf(ours), fieldsOf(theirs));
	t.is(ours?.TLOG_REC, 'c0ffee-1-1');
	t.is(ours?.TLOG_USER, 'ann');
	t.is(ours?.TLOG_SESSION, '7');
	t.is(ours?.TLOG_ID, '1');
	await delivery.close();
});

testWithJournald('without `augment` the entry has the message alone', async t => {
	const journald = await startJournald(t);
	const delivery = openDelivery({...configFor(journald), augment: false, priority: 'notice'});
	await delivery.write(makeOutgoing(1));
	const [entry] = await untilEntries(journald, 1, 'SYSLOG_IDENTIFIER=tlog-rec-session');
	t.is(entry?.MESSAGE, makeOutgoing(1)[0]?.text);
	t.is(entry?.PRIORITY, '5');
	t.is(entry?.TLOG_REC, undefined);
	await delivery.close();
});

testWithJournald('a message that no datagram could hold arrives as a memory file', async t => {
	const journald = await startJournald(t);
	const delivery = openDelivery(configFor(journald));
	const large = makeOutgoing(1).map(message => ({...message, text: JSON.stringify('x'.repeat(9_000_000))}));
	await delivery.write(large);
	const [entry] = await untilEntries(journald, 1, 'TLOG_REC=c0ffee-1-1');
	t.true(entry?.MESSAGE === large[0]?.text);
	await delivery.close();
});

test('a host without a journal is told', async t => {
	const delivery = openDelivery({type: 'journal', path: '/nonexistent/socket', priority: 'info', augment: true});
	await t.throwsAsync(async () => delivery.write(makeOutgoing(1)), {message: '/nonexistent/socket: ENOENT (there is no such socket; is the logging daemon running?)'});
	await delivery.close();
});

function configFor({socket}: Journald): JournalWriterConfig {
	return {type: 'journal', path: socket, priority: 'info', augment: true};
}

/** What was sent is in the journal a little later. */
async function untilEntries(journald: Journald, count: number, ...matches: readonly string[]): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>> {
	for (;;) {
		const entries = journald.readEntries(...matches);
		if (entries.length >= count) {
			return entries;
		}

		await setTimeout(20);
	}
}
