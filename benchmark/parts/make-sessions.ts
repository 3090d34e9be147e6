import {createWriteStream} from 'node:fs';
import {once} from 'node:events';
import path from 'node:path';
import {createEncoder} from '../../source/format/recording/encode.ts';
import type {EncodedLine, Encoder} from '../../source/format/recording/encoder.ts';
import {createRandom} from './random.ts';
import type {Random} from './random.ts';
import {hosts, makeStep, users} from './shell-text.ts';

export const messagesPerSession = 100;
const sessionsPerFile = 500;
const firstAt = Date.UTC(2026, 4, 1);
/** Sessions start this much apart: 100,000 of them are about half a year. */
const apartMs = 157_000;

export type MadeSessions = {
	readonly files: readonly string[];
	readonly messages: number;
	readonly lineBytes: number;
	readonly outputBytes: number;
};

/**
Write shell sessions as tlog lines, some hundred recordings a file: typed commands with their echo, and what they print, one message of a second or two each.

The same count always gives the same files.
*/
export async function makeSessions(folder: string, sessions: number): Promise<MadeSessions> {
	const files: string[] = [];
	const sums = {messages: 0, lineBytes: 0, outputBytes: 0};
	for (let first = 0; first < sessions; first += sessionsPerFile) {
		const file = path.join(folder, `sessions-${first}.jsonl`);
		files.push(file);
		const out = createWriteStream(file);
		for (let index = first; index < Math.min(sessions, first + sessionsPerFile); index++) {
			const made = makeSession(index);
			sums.messages += made.lines.length;
			sums.outputBytes += made.outputBytes;
			const text = made.lines.map(line => `${line}\n`).join('');
			sums.lineBytes += text.length;
			if (!out.write(text)) {
				await once(out, 'drain');
			}
		}

		out.end();
		await once(out, 'close');
	}

	return {files, ...sums};
}

/** Recordings of one message, for long lists. */
export async function makeRows(folder: string, rows: number): Promise<string> {
	const file = path.join(folder, 'rows.jsonl');
	const out = createWriteStream(file);
	for (let index = 0; index < rows; index++) {
		const random = createRandom(index + 1_000_000);
		const encoder = open(random, 1_000_000 + index, firstAt + (index * apartMs) + 31_000);
		encoder.push({type: 'window', positionMs: 0, columns: 80, rows: 24});
		encoder.push({type: 'output', positionMs: 10, data: new TextEncoder().encode('$ ')});
		const text = encoder.end({exit: '0', positionMs: 1000 + random.below(9_000_000)}).map(line => `${line.text}\n`).join('');
		if (!out.write(text)) {
			await once(out, 'drain');
		}
	}

	out.end();
	await once(out, 'close');
	return file;
}

function open(random: Random, index: number, startedAt: number): Encoder {
	return createEncoder({header: {host: random.pick(hosts), rec: `0badc0de00000000000000000000beef-${index.toString(16)}-1`, user: random.pick(users), term: 'xterm-256color', session: index + 1}, startedAt});
}

function makeSession(index: number): {readonly lines: readonly string[]; readonly outputBytes: number} {
	const random = createRandom(index + 1);
	const encoder = open(random, index, firstAt + (index * apartMs * 10));
	const bytes = new TextEncoder();
	const lines: EncodedLine[] = [...encoder.push({type: 'window', positionMs: 0, columns: 120, rows: 40})];
	let positionMs = 100;
	let outputBytes = 0;

	function show(text: string): void {
		const data = bytes.encode(text);
		outputBytes += data.length;
		lines.push(...encoder.push({type: 'output', positionMs, data}));
	}

	show('user@host:~$ ');
	while (lines.length < messagesPerSession - 1) {
		const {command, output} = makeStep(random);
		for (const letters of command.match(/.{1,3}/gv) ?? []) {
			positionMs += 60 + random.below(120);
			show(letters);
		}

		positionMs += 100 + random.below(400);
		show(`\r\n${output.map(line => `${line}\r\n`).join('')}user@host:~$ `);
		lines.push(...encoder.flush());
		positionMs += 500 + random.below(20_000);
	}

	show('exit\r\n');
	lines.push(...encoder.end({exit: '0', positionMs}));
	return {lines: lines.map(line => line.text), outputBytes};
}
