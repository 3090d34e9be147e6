import {createMessageReader} from '../../../../source/format/recording/message-reader.ts';
import type {Packet} from '../../../../source/format/recording/packet.ts';
import {salvageMessage} from '../../../../source/format/recording/parse-message.ts';
import {createLineSplitter} from '../../../../source/format/recording/line-splitter.ts';
import {FormatError} from '../../../../source/format/recording/format-error.ts';
import {fromHex, toMs} from './tlog-cases.ts';
import type {CasePacket} from './tlog-cases.ts';

/** A byte, a window or a fault, as one line of text: what does not depend on how bytes are grouped into packets. */
export type Atom = {readonly text: string; readonly line: number};

/** Read a recording as the product does: lines, messages, order. Strict ids. */
export function readAtoms(bytes: Uint8Array): readonly Atom[] {
	const splitter = createLineSplitter();
	const reader = createMessageReader({isStrict: true});
	return [...splitter.push(bytes), ...splitter.end()].flatMap((line): Atom[] => {
		const name = (text: string): Atom => ({text, line: line.number});
		if (line.type === 'fault') {
			return [name(line.error.code)];
		}

		try {
			const {message, fault} = salvageMessage(line.text, {line: line.number});
			const {packets, faults} = reader.read(message);
			return [...packets.flatMap(packet => printPacket(packet)), ...[...faults, fault].flatMap(each => each?.code ?? [])].map(text => name(text));
		} catch (error) {
			if (error instanceof FormatError) {
				return [name(error.code)];
			}

			throw error;
		}
	});
}

export function printPacket(packet: Packet): readonly string[] {
	return packet.type === 'window'
		? [`${packet.positionMs} ${packet.columns}x${packet.rows}`]
		: Array.from(packet.data, byte => `${packet.positionMs} ${packet.type} ${byte}`);
}

export function toPacket({t_ns: at, type, hex = '', width = 0, height = 0}: CasePacket, startMs = 0): Packet {
	const positionMs = toMs(at) - startMs;
	return type === 'window' ? {type, positionMs, columns: width, rows: height} : {type, positionMs, data: fromHex(hex)};
}

/** The class that an original's result code stands for. */
export function toCode(rc: string): string {
	const code = codes[rc];
	if (code === undefined) {
		throw new Error(`No class for ${rc}`);
	}

	return code;
}

const codes: Readonly<Record<string, string>> = {
	JSON_SYNTAX: 'json',
	TLOG_RC_FD_JSON_READER_INCOMPLETE_LINE: 'incomplete-line',
	TLOG_RC_JSON_MSG_FIELD_MISSING: 'field-missing',
	TLOG_RC_JSON_MSG_FIELD_INVALID_TYPE: 'field-type',
	TLOG_RC_JSON_MSG_FIELD_INVALID_VALUE_POS: 'position',
	TLOG_RC_JSON_MSG_FIELD_INVALID_VALUE_TIMING: 'timing',
	TLOG_RC_JSON_MSG_FIELD_INVALID_VALUE_TXT: 'text',
	TLOG_RC_JSON_MSG_FIELD_INVALID_VALUE_BIN: 'binary',
	TLOG_RC_JSON_SOURCE_MSG_ID_OUT_OF_ORDER: 'order-id',
	TLOG_RC_JSON_SOURCE_PKT_TS_OUT_OF_ORDER: 'order-time',
};
