import type {Frame, StartFrame} from './frame.ts';
import {endings, frameTypes} from './layout.ts';

/**
Read what a frame carries. Never throws: what is not as expected is an `unknown` frame.

@param letter - the frame's type as a byte.
@param payload - whole by its sum. The frame's `data` is a view into it.
*/
export function parsePayload(letter: number, payload: Uint8Array): Frame {
	return parsers.get(letter)?.(payload) ?? {type: 'unknown', letter, data: payload};
}

type Parser = (payload: Uint8Array) => Frame | undefined;

const parsers: ReadonlyMap<number, Parser> = new Map(Object.entries<Parser>({
	[frameTypes.start]: parseStart,
	[frameTypes.output]: data => ({type: 'output', data}),
	[frameTypes.drained]: data => ({type: 'drained', data}),
	[frameTypes.error]: data => ({type: 'error', data}),
	[frameTypes.input]: data => ({type: 'input', data}),
	[frameTypes.window]: parseWindow,
	[frameTypes.echo]: parseEcho,
	[frameTypes.gap]: parseGap,
	[frameTypes.rotation]: payload => payload.length === 0 ? {type: 'rotation'} : undefined,
	[frameTypes.bytes]: parseBytes,
	[frameTypes.end]: parseEnd,
}).map(([letter, parser]) => [letter.codePointAt(0) ?? 0, parser]));

function parseStart(payload: Uint8Array): Frame | undefined {
	const entries: Array<StartFrame['entries'][number]> = [];
	for (let start = 0; start < payload.length;) {
		const end = payload.indexOf(0, start);
		const equals = payload.indexOf(equalsSign, start);
		if (end === -1 || equals === -1 || equals > end) {
			return undefined;
		}

		entries.push([decoder.decode(payload.subarray(start, equals)), payload.subarray(equals + 1, end)]);
		start = end + 1;
	}

	return {type: 'start', entries};
}

const equalsSign = 0x3D;
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

function parseWindow(payload: Uint8Array): Frame | undefined {
	const view = viewOf(payload);
	return payload.length === 4 ? {type: 'window', columns: view.getUint16(0, true), rows: view.getUint16(2, true)} : undefined;
}

function parseEcho(payload: Uint8Array): Frame | undefined {
	const [state] = payload;
	return payload.length === 1 && state !== undefined && state <= 3 ? {type: 'echo', isEchoed: (state & 1) !== 0, isLineMode: (state & 2) !== 0} : undefined;
}

function parseGap(payload: Uint8Array): Frame | undefined {
	const view = viewOf(payload);
	return payload.length === 20 ? {type: 'gap', lostBytes: Number(view.getBigUint64(0, true)), sinceUs: Number(view.getBigUint64(8, true)), errno: view.getUint32(16, true)} : undefined;
}

function parseBytes(payload: Uint8Array): Frame | undefined {
	const view = viewOf(payload);
	return payload.length === 24 ? {type: 'bytes', input: Number(view.getBigUint64(0, true)), output: Number(view.getBigUint64(8, true)), error: Number(view.getBigUint64(16, true))} : undefined;
}

function parseEnd(payload: Uint8Array): Frame | undefined {
	if (payload.length !== 12) {
		return undefined;
	}

	const view = viewOf(payload);
	const how = endings[view.getInt32(0, true)];
	return how === undefined ? undefined : {type: 'end', how, code: view.getInt32(4, true), cause: view.getInt32(8, true)};
}

function viewOf(payload: Uint8Array): DataView {
	return new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
}
