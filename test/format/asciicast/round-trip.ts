import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import fc from 'fast-check';
import type {AsciicastHeader} from '../../../source/format/asciicast/asciicast.ts';
import {createAsciicastParser, parseAsciicastHeader} from '../../../source/format/asciicast/parse-asciicast.ts';
import {createAsciicastConverter} from '../../../source/format/asciicast/to-messages.ts';
import {toPacket} from '../../../source/format/asciicast/to-packet.ts';
import {createAsciicastWriter, printAsciicastHeader} from '../../../source/format/asciicast/write-asciicast.ts';
import type {Packet} from '../../../source/format/recording/packet.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {testWith} from '../../helpers/peer.ts';

const header: AsciicastHeader = {version: 2, columns: 80, rows: 24, term: 'xterm', startedAt: 1_763_892_000_000, command: undefined, title: 'top', idleLimit: 2.5};
const encoder = new TextEncoder();
const steps = fc.array(fc.record({
	delayMs: fc.oneof(fc.constant(0), fc.nat(100_000), fc.double({min: 0, max: 3, noNaN: true})),
	type: fc.constantFrom('output' as const, 'input' as const),
	data: fc.uint8Array({maxLength: 40}),
}), {maxLength: 40});

for (const version of [2, 3] as const) {
	test(`a header of version ${version} is read back as it was written`, t => {
		t.deepEqual(parseAsciicastHeader(printAsciicastHeader({...header, version})), {...header, version});
	});

	test(`the text of each direction is read back from version ${version}, however its bytes were cut`, t => {
		checkProperty(t, fc.property(steps, list => {
			const {packets, lines} = write({...header, version}, list);
			const read = parse(version, lines);
			return (['output', 'input'] as const).every(type => join(read, type) === join(packets, type));
		}));
	});

	test(`times read back from version ${version} are never off by more than half of its smallest step`, t => {
		checkProperty(t, fc.property(steps, list => {
			const whole = list.map(step => ({...step, data: Uint8Array.of(0x78)}));
			const {packets, lines} = write({...header, version}, whole);
			const read = parse(version, lines);
			const limitMs = version === 2 ? 0.00051 : 0.501;
			return packets.every((packet, index) => Math.abs(packet.positionMs - (read[index]?.positionMs ?? NaN)) <= limitMs);
		}));
	});
}

test('a cast turned into messages keeps each byte and each millisecond', t => {
	checkProperty(t, fc.property(steps, list => {
		const whole = list.map(step => ({...step, data: encoder.encode(`${step.data.length}`)}));
		const {packets, lines} = write(header, whole);
		const parser = createAsciicastParser(2);
		const converter = createAsciicastConverter(header, {host: '-', rec: 'cast-1', user: ''});
		const messages = [...lines.flatMap(line => {
			const event = parser.parseEvent(line);
			return event === undefined ? [] : converter.push(event);
		}), ...converter.end()].map(({text}) => parseMessage(text));
		const read = messages.flatMap(message => message.packets);
		return (['output', 'input'] as const).every(type => spread(read, type) === spread(packets, type));
	}));
});

testWith('asciinema', 'script')('asciinema prints the bytes of a cast of version 2 that we wrote', t => {
	const folder = mkdtempSync(path.join(tmpdir(), 'scribery-asciicast-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	const text = 'Привет 😀\r\n\u{1B}[31m"\\\u{7F}\u{2028}';
	const {lines} = write(header, [...encoder.encode(text)].map(byte => ({delayMs: 1, type: 'output', data: Uint8Array.of(byte)})));
	const file = path.join(folder, 'ours.cast');
	writeFileSync(file, [printAsciicastHeader(header), ...lines].map(line => `${line}\n`).join(''));
	const printed = path.join(folder, 'printed');
	// `asciinema cat` opens /dev/tty, so it gets a terminal; its output goes past it.
	execFileSync('script', ['-qec', `asciinema cat '${file}' > '${printed}'`, '/dev/null'], {env: {...process.env, LANG: 'C.UTF-8'}, stdio: 'ignore'});
	t.is(readFileSync(printed, 'utf8'), text);
});

type Step = {readonly delayMs: number; readonly type: 'output' | 'input'; readonly data: Uint8Array};

function write(written: AsciicastHeader, list: readonly Step[]): {readonly packets: readonly Packet[]; readonly lines: readonly string[]} {
	const writer = createAsciicastWriter(written);
	let positionMs = 0;
	const packets = list.map(({delayMs, ...step}): Packet => {
		positionMs += delayMs;
		return {...step, positionMs};
	});
	return {packets, lines: [...packets.flatMap(packet => writer.push(packet)), ...writer.end(positionMs)]};
}

function parse(version: 2 | 3, lines: readonly string[]): readonly Packet[] {
	const parser = createAsciicastParser(version);
	return lines.flatMap(line => {
		const event = parser.parseEvent(line);
		return event === undefined ? [] : (toPacket(event) ?? []);
	});
}

/** All text of one direction; what is not UTF-8 as U+FFFD. */
function join(packets: readonly Packet[], type: 'output' | 'input'): string {
	return new TextDecoder('utf-8', {ignoreBOM: true}).decode(Buffer.concat(packets.flatMap(packet => packet.type === type ? [packet.data] : [])));
}

/** Each byte of one direction with its millisecond, as the messages tell it. */
function spread(packets: readonly Packet[], type: 'output' | 'input'): string {
	return packets.flatMap(packet => packet.type === type ? Array.from(packet.data, byte => `${Math.floor(Math.round(packet.positionMs * 1000) / 1000)}:${byte}`) : []).join(' ');
}
