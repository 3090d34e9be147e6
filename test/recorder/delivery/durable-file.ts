import {readFileSync, renameSync} from 'node:fs';
import test from 'ava';
import {openDelivery} from '../../../recorder/delivery/open-delivery.ts';
import {makeOutgoing} from '../../helpers/outgoing.ts';
import {recordingFile} from '../../helpers/terminal-run.ts';

const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

test('after a rotation the next message goes to the file of that name', async t => {
	const file = recordingFile();
	const delivery = openDelivery({type: 'file', path: file});
	const messages = makeOutgoing(3);
	await delivery.write(messages.slice(0, 2));
	renameSync(file, `${file}.1`);
	await delivery.write(messages.slice(2));
	await delivery.close();
	t.deepEqual([...linesOf(`${file}.1`), '|', ...linesOf(file)], [messages[0]?.text, messages[1]?.text, '|', messages[2]?.text]);
});

test('a file that cannot be opened fails each batch until it can', async t => {
	const file = `${recordingFile()}.d/log`;
	const delivery = openDelivery({type: 'file', path: file});
	await t.throwsAsync(async () => delivery.write(makeOutgoing(1)), {message: /cannot be written there: ENOENT/v});
	await t.throwsAsync(async () => delivery.write(makeOutgoing(1)), {message: /cannot be written there: ENOENT/v});
	await delivery.close();
});

test('pipes and devices are written to, although no disk will ever have them', async t => {
	const delivery = openDelivery({type: 'file', path: '/dev/null'});
	await t.notThrowsAsync(async () => delivery.write(makeOutgoing(1)));
	await delivery.close();
});
