import test from 'ava';
import {createEncoder} from '../../../source/format/recording/encode.ts';
import {escapeText} from '../../../source/format/recording/escape.ts';
import {FormatError} from '../../../source/format/recording/format-error.ts';
import {createLineSplitter} from '../../../source/format/recording/line-splitter.ts';
import {parseJsonObject} from '../../../source/format/recording/parse-json.ts';
import {PayloadBuilder} from '../../../source/format/recording/payload-builder.ts';
import {parsePosition} from '../../../source/format/position.ts';
import {printPacket, readAtoms, toCode, toPacket} from './helpers/atoms.ts';
import type {Atom} from './helpers/atoms.ts';
import {folderVariable, fromHex, readCases, toMs} from './helpers/tlog-cases.ts';
import type {Cases, ReadOperation, Writing} from './helpers/tlog-cases.ts';

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
const encoder = new TextEncoder();

if (readCases('source') === undefined) {
	test.skip(`the format behaves as tlog's own cases say (${folderVariable} does not name the folder of tlog-cases.json)`, t => {
		t.fail();
	});
}

testKind('source', ({input_hex: input, ops}) => {
	const bytes = fromHex(input);
	return compareReads(ops, readAtoms(bytes), bytes);
});

testKind('line_reader', ({input_hex: input, ops}) => {
	const bytes = fromHex(input);
	const splitter = createLineSplitter();
	const found = [...splitter.push(bytes), ...splitter.end()].map((line): Atom => ({line: line.number, text: line.type === 'fault' ? line.error.code : readObject(line.text)}));
	return compareReads(ops, found, bytes);
});

testKind('sink', each => {
	const {text, lines} = write(each);
	const expected = decoder.decode(fromHex(each.expect_hex));
	if (each.lossy) {
		return compare(group(readAtoms(encoder.encode(text))), group(readAtoms(encoder.encode(expected))));
	}

	return compare(lines, expected.split('\n').slice(0, -1));
});

testKind('roundtrip', ({write: writing, read, lossy}) => {
	const found = readAtoms(encoder.encode(write(writing).text));
	if (lossy) {
		return compare(group(found), group(read.ops.flatMap(operation => expectAtoms(operation)).map(text => ({text, line: 0}))));
	}

	return compareReads(read.ops.filter(({op}) => op === 'read'), found, new Uint8Array(0));
});

testKind('escape', ({in_hex: input, space, needed, out_hex: output}) => {
	const escaped = escapeText(decoder.decode(fromHex(input))).slice(1, -1);
	const size = encoder.encode(escaped).length + 1; // The original ends it with NUL.
	return compare([size, space < needed ? 'cut' : escaped], [needed, space < needed ? 'cut' : decoder.decode(fromHex(output)).split('\0', 1)[0]]);
});

testKind('enc_txt', ({in_hex: input, space, run_before: count, fit}) => {
	const before: readonly Addition[] = [{isBinary: false, bytes: new Uint8Array(count).fill(0x78)}];
	const cost = measure([...before, {isBinary: false, bytes: fromHex(input)}]) - measure(before);
	return compare(cost <= space, fit);
});

testKind('enc_bin', ({in_hex: input, space, len_before: length, run_before: count, fit}) => {
	const bytes = fromHex(input);
	const invalid: Addition = {isBinary: true, bytes: Uint8Array.of(0xFF)};
	const ended: readonly Addition[] = length > 0 ? [invalid, {isBinary: false, bytes: Uint8Array.of(0x78)}] : [];
	const before = [...ended, ...Array.from({length: count}, () => invalid)];
	const added: readonly Addition[] = bytes.length > 0 ? [{isBinary: true, bytes}] : [];
	const text = (characters: number): readonly Addition[] => [{isBinary: false, bytes: encoder.encode('\u{FFFD}'.repeat(characters))}];
	const placeholderBytes = added.length > 0 ? measure(text(count + 1)) - measure(text(count)) : 0; // The original counts these elsewhere.
	const commaBytes = length === 0 && count > 0 ? 1 : 0; // The original's cases have runs without bytes before them.
	const cost = measure([...before, ...added]) - measure(before) - placeholderBytes - commaBytes;
	return compare(cost <= space, fit);
});

testKind('stream', ({ops, txt_hex: text, bin_text_hex: binary, timing_hex: timing}) => {
	if (ops.some(({op}) => op === 'empty')) {
		return undefined; // Throws a message away, which nobody asks of us.
	}

	const writer = createEncoder({header: {host: '', rec: '', user: '', term: '', session: 1}, startedAt: 0});
	for (const {op, hex} of ops) {
		if (op === 'write') {
			writer.push({type: 'input', positionMs: 0, data: fromHex(hex ?? '')});
		} else if (op === 'cut') {
			writer.cut();
		}
	}

	const [line] = writer.flush();
	const fields = JSON.parse(line?.text ?? '{"in_txt":"","in_bin":[],"timing":""}') as {readonly in_txt: string; readonly in_bin: readonly number[]; readonly timing: string};
	const flushes = ops.filter(({op}) => op === 'flush').length;
	const expectedTiming = decoder.decode(fromHex(timing));
	return compare(
		[fields.in_txt, fields.in_bin.join(','), flushes === 1 ? fields.timing : expectedTiming], // Only a message's end ends our runs.
		[decoder.decode(fromHex(text)), decoder.decode(fromHex(binary)), expectedTiming],
	);
});

testKind('timestr', ({in: input, ok, sec, nsec}) => {
	const found = parsePosition(input);
	if (found === undefined) {
		return undefined; // Ours leaves out empty parts and what is past any recording.
	}

	return compare(found, ok ? Math.round(toMs([Number(sec), nsec ?? 0])) : undefined);
});

/** Cases where being stricter is right: tlog silently drops a second object on a line. */
const stricterCases: ReadonlySet<string> = new Set(['two_objects_one_line']);

/** Run all cases of a kind as one test; `check` returns what differs, if anything. */
function testKind<Kind extends keyof Cases>(kind: Kind, check: (each: Cases[Kind]) => string | undefined): void {
	const cases = readCases(kind);
	if (cases === undefined) {
		return;
	}

	test(`the cases of kind ${kind} behave as tlog's`, t => {
		t.true(cases.length > 0);
		for (const each of cases.filter(({name}) => !stricterCases.has(name))) {
			const difference = check(each);
			t.is(difference, undefined, `${each.n} ${each.name}: ${difference}`);
		}
	});
}

function compare(found: unknown, expected: unknown): string | undefined {
	const [foundText, expectedText] = [JSON.stringify(found), JSON.stringify(expected)];
	return foundText === expectedText ? undefined : `found ${foundText}, expected ${expectedText}`;
}

/** Compare what was read with what each `read` expects, and `loc` with the number of the line read next. */
function compareReads(operations: readonly ReadOperation[], found: readonly Atom[], bytes: Uint8Array): string | undefined {
	const lastLine = decoder.decode(bytes).split('\n').length;
	let nextLine = 1;
	let taken = 0;
	const differences = operations.map(operation => {
		if (operation.op === 'loc') {
			return compare(nextLine, operation.line);
		}

		const expected = expectAtoms(operation);
		const atoms = found.slice(taken, taken + Math.max(expected.length, 1));
		taken += expected.length;
		nextLine = Math.min((atoms.at(-1)?.line ?? lastLine) + 1, lastLine);
		return compare(atoms.map(({text}) => text), expected);
	});
	return differences.find(difference => difference !== undefined);
}

/** No packet and no object stand for the end. */
function expectAtoms(operation: ReadOperation): readonly string[] {
	if (operation.op === 'loc') {
		return [];
	}

	if (operation.rc !== 'TLOG_RC_OK') {
		return [toCode(operation.rc)];
	}

	const {pkt: packet, object} = operation;
	if (object !== undefined && object !== null) {
		return [JSON.stringify(object)];
	}

	return packet === undefined || packet === null ? [] : printPacket(toPacket(packet));
}

function readObject(line: string): string {
	try {
		return JSON.stringify(parseJsonObject(line, {}));
	} catch (error) {
		if (error instanceof FormatError) {
			return error.code;
		}

		throw error;
	}
}

function write({ops, payload, ...header}: Writing): {readonly text: string; readonly lines: readonly string[]} {
	const writer = createEncoder({header, startedAt: 0, payloadBytes: payload});
	let startMs: number | undefined;
	const lines = ops.flatMap(({op, pkt: packet}) => {
		if (packet === undefined) {
			return op === 'cut' ? writer.cut() : writer.flush();
		}

		startMs ??= toMs(packet.t_ns); // The original counts from its first packet.
		return writer.push(toPacket(packet, startMs));
	}).map(({text}) => text);
	return {lines, text: lines.map(line => `${line}\n`).join('')};
}

type Addition = {readonly isBinary: boolean; readonly bytes: Uint8Array};

/** The smallest payload that holds these additions at one time. */
function measure(additions: readonly Addition[]): number {
	const event = {type: 'output', positionMs: 0} as const;
	for (let limitBytes = 0; ; limitBytes++) {
		const builder = new PayloadBuilder(limitBytes);
		if (additions.every(({isBinary, bytes}) => isBinary ? builder.addBinary(event, bytes, 0, bytes.length) : builder.addText(event, bytes, 0) === bytes.length)) {
			return limitBytes;
		}
	}
}

/** What stays when the order inside a millisecond and the time are not compared: the bytes of each direction. */
function group(atoms: readonly Atom[]): readonly string[] {
	return atoms.map(({text}) => text.replace(/^\d+ /v, '')).toSorted((a, b) => (a.split(' ', 1)[0] ?? '').localeCompare(b.split(' ', 1)[0] ?? ''));
}
