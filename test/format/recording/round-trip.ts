import test from 'ava';
import * as fc from 'fast-check';
import {createEncoder} from '../../../source/format/recording/encode.ts';
import type {EncodedLine} from '../../../source/format/recording/encoder.ts';
import type {RecordingHeader} from '../../../source/format/recording/message.ts';
import type {IoPacket, Packet} from '../../../source/format/recording/packet.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';
import {arbitraryPayloadBytes, arbitrarySteps} from '../../helpers/arbitrary-steps.ts';
import type {Step} from '../../helpers/arbitrary-steps.ts';

const header: RecordingHeader = {host: 'web1', rec: '5d24f15-1-2', user: 'ann', term: 'xterm', session: 7};

test('each byte of each direction comes back in order, whatever the bytes, chunks and payload', t => {
	fc.assert(fc.property(arbitrarySteps, arbitraryPayloadBytes, (list, limit) => {
		const {packets, lines} = encode(list, limit);
		const decoded = decode(lines);
		for (const type of ['output', 'input'] as const) {
			t.deepEqual(joinData(decoded, type), joinData(packets, type));
		}
	}));
});

test('packets of whole characters come back in true order with their milliseconds and sizes', t => {
	fc.assert(fc.property(arbitrarySteps, arbitraryPayloadBytes, (list, limit) => {
		const whole = list.map(step => 'data' in step ? {...step, data: new TextEncoder().encode(new TextDecoder().decode(step.data))} : step);
		const {packets, lines} = encode(whole, limit);
		t.deepEqual(canonical(decode(lines)), canonical(packets));
	}));
});

test('no payload passes its limit', t => {
	fc.assert(fc.property(arbitrarySteps, arbitraryPayloadBytes, (list, limit) => {
		for (const {text} of encode(list, limit).lines) {
			const payload = /"timing":"(?<timing>[^"]*)","in_txt":"(?<inText>.*)","in_bin":\[(?<inBin>[\d,]*)\],"out_txt":"(?<outText>.*)","out_bin":\[(?<outBin>[\d,]*)\]\}$/sv.exec(text)?.groups;
			t.true(new TextEncoder().encode(Object.values(payload ?? {none: text}).join('')).length <= limit);
		}
	}));
});

test('ids count from 1, positions never go back, and each line says its own id, position and wall clock', t => {
	fc.assert(fc.property(arbitrarySteps, arbitraryPayloadBytes, (list, limit) => {
		let lastMs = 0;
		for (const [index, line] of encode(list, limit).lines.entries()) {
			const message = parseMessage(line.text);
			t.deepEqual({id: message.id, positionMs: message.positionMs, at: message.at}, {id: index + 1, positionMs: line.positionMs, at: line.at});
			t.true(message.positionMs >= lastMs);
			lastMs = message.positionMs;
		}
	}));
});

function encode(list: readonly Step[], limit: number): {readonly packets: readonly Packet[]; readonly lines: readonly EncodedLine[]} {
	const encoder = createEncoder({header, startedAt: 1_763_892_000_123, payloadBytes: limit});
	const packets: Packet[] = [];
	const lines: EncodedLine[] = [];
	let positionMs = 0;
	for (const {delayMs, ...step} of list) {
		positionMs += delayMs;
		if (step.type === 'flush') {
			lines.push(...encoder.flush());
		} else {
			const packet = {...step, positionMs};
			packets.push(packet);
			lines.push(...encoder.push(packet));
		}
	}

	return {packets, lines: [...lines, ...encoder.end()]};
}

function decode(lines: readonly EncodedLine[]): readonly Packet[] {
	return lines.flatMap(({text}) => parseMessage(text).packets);
}

function joinData(packets: readonly Packet[], type: IoPacket['type']): readonly number[] {
	return packets.flatMap(packet => packet.type === type ? [...packet.data] : []);
}

/** Packets as flat rows: data of one direction at one millisecond joined, sizes that change nothing left out. */
function canonical(packets: readonly Packet[]): ReadonlyArray<readonly [string, number, string]> {
	const rows: Array<[string, number, string]> = [];
	let window = '';
	for (const packet of packets) {
		const last = rows.at(-1);
		const positionMs = Math.floor(packet.positionMs);
		const text = packet.type === 'window' ? `${packet.columns}x${packet.rows}` : [...packet.data].join(' ');
		if (text === '' || (text === window && packet.type === 'window')) {
			continue;
		}

		window = packet.type === 'window' ? text : window;
		if (packet.type !== 'window' && last?.[0] === packet.type && last[1] === positionMs) {
			last[2] += ` ${text}`;
		} else {
			rows.push([packet.type, positionMs, text]);
		}
	}

	return rows;
}
