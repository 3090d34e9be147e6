import test from 'ava';
import {createMessageReader} from '../../../source/format/recording/message-reader.ts';
import type {CheckedPackets, MessageReader} from '../../../source/format/recording/message-reader.ts';
import type {Message} from '../../../source/format/recording/message.ts';
import type {Packet} from '../../../source/format/recording/packet.ts';

const wide: Packet = {type: 'window', positionMs: 0, columns: 120, rows: 40};

test('the first message may have any id', t => {
	t.deepEqual(read(createMessageReader({isStrict: true}), 17, [wide]), {packets: [wide], faults: []});
});

test('strict wants each id to be the one before plus 1, and goes on after a fault', t => {
	const reader = createMessageReader({isStrict: true});
	read(reader, 1, [at(0)]);
	const {packets, faults} = read(reader, 3, [at(1)]);
	t.deepEqual(packets, []);
	t.like(faults, [{code: 'order-id', message: 'a.log:7: "id" is out of order: found 3, expected 2'}]);
	t.deepEqual(read(reader, 2, [at(2)]), {packets: [at(2)], faults: []});
});

test('lax takes any greater id, but no equal or lower one', t => {
	const reader = createMessageReader({isStrict: false});
	read(reader, 1, []);
	t.deepEqual(read(reader, 9, [at(1)]).faults, []);
	t.like(read(reader, 9, [at(2)]).faults, [{code: 'order-id', message: 'a.log:7: "id" is out of order: found 9, expected more than 9'}]);
	t.like(read(reader, 8, [at(2)]).faults, [{code: 'order-id'}]);
});

test('a packet that goes back in time is left out and told; those after it are read', t => {
	const reader = createMessageReader({isStrict: false});
	read(reader, 1, [at(100)]);
	const {packets, faults} = read(reader, 2, [at(99), at(100), at(101)]);
	t.deepEqual(packets, [at(100), at(101)]);
	t.like(faults, [{code: 'order-time', message: 'a.log:7: a packet goes back in time: found position 99 ms, expected at least 100 ms'}]);
});

test('the same size twice in a row is swallowed, across messages too', t => {
	const reader = createMessageReader({isStrict: true});
	const narrow: Packet = {type: 'window', positionMs: 5, columns: 80, rows: 24};
	t.deepEqual(read(reader, 1, [wide, wide]).packets, [wide]);
	t.deepEqual(read(reader, 2, [wide, narrow, {...wide, positionMs: 5}]).packets, [narrow, {...wide, positionMs: 5}]);
});

function at(positionMs: number): Packet {
	return {type: 'output', positionMs, data: Uint8Array.of(0x78)};
}

function read(reader: MessageReader, id: number, packets: readonly Packet[]): CheckedPackets {
	const message: Message = {version: '2.3', host: 'web1', rec: 'b-1-2', user: 'ann', term: '', session: 1, id, positionMs: 0, at: undefined, packets, exit: undefined, recorder: undefined};
	return reader.read(message, {file: 'a.log', line: 7});
}
