import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {createHash} from 'node:crypto';
import {Buffer} from 'node:buffer';
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {EndFrame, Frame, GapFrame} from '../../source/format/frames/frame.ts';
import {createFrameReader, segmentStart} from '../../source/format/frames/frame-reader.ts';
import type {FrameEvent} from '../../source/format/frames/frame-reader.ts';
import {readSessionStart} from '../../source/format/frames/session-start.ts';
import type {SessionStart} from '../../source/format/frames/session-start.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';
import {TerminalRun} from './terminal-run.ts';
import type {TerminalRunOptions} from './terminal-run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type ShimBuild = {
	/** Built with ASan and UBSan, whose reports end the program with 86. */
	readonly isSanitized?: boolean;
	/** Spool and configuration, absolute; default: in the folder the program is started in. */
	readonly place?: string;
};

/** Build the login shell, once for each kind; what has not changed is not built again. */
export function buildShim({isSanitized = false, place = '.'}: ShimBuild = {}): string {
	const source = path.join(root, 'recorder/shim/session.c');
	const name = createHash('sha256').update(readFileSync(source)).update(`${isSanitized} ${place} ${process.getuid?.()}`).digest('hex').slice(0, 16);
	const program = path.join(root, 'dist/shim/test', name);
	if (!existsSync(program)) {
		const making = `${program}.${process.pid}`;
		const defines = {SPOOL: `"${place}/spool"`, CONF: `"${place}/session.conf"`, CONF_OWNER: process.getuid?.() ?? 0, SHELLS: `"${place}/shells"`};
		const words = ['recorder/shim/build.mjs', '--out', making, ...isSanitized ? ['--sanitize'] : [], ...Object.entries(defines).flatMap(([key, value]) => ['--define', `${key}=${value}`])];
		const {status, stderr} = spawnSync(process.execPath, words, {cwd: root, encoding: 'utf8'});
		if (status !== 0) {
			throw new Error(stderr);
		}

		renameSync(making, program); // Test files run at the same time: none sees half a program.
	}

	return program;
}

export type ShimHome = {
	readonly folder: string;
	readonly program: string;
	readonly spool: string;
};

/** A folder with a spool, a list of shells and a configuration of its own. */
export function makeShimHome(conf = '', {program = buildShim({isSanitized: true}), folder = makeTemporaryFolder('scribery-shim-')}: {readonly program?: string; readonly folder?: string} = {}): ShimHome {
	const spool = path.join(folder, 'spool');
	mkdirSync(spool, {mode: 0o700, recursive: true});
	chmodSync(spool, 0o700);
	writeFileSync(path.join(folder, 'session.conf'), conf, {mode: 0o644});
	writeFileSync(path.join(folder, 'shells'), '# shells\n/bin/sh\n/bin/bash\n/bin/dash\n');
	return {folder, program, spool};
}

export type ShimOptions = TerminalRunOptions & {
	/** The name it is started by. */
	readonly name?: string;
	/** Shell text that runs before, on the outer terminal. */
	readonly before?: string;
	/** Shell text that runs after it, on the outer terminal. */
	readonly after?: string;
};

/** Start the login shell in a real terminal. */
export function startShim({folder, program}: ShimHome, words: readonly string[], {name = 'scribery-session', before = '', after = '', ...options}: ShimOptions = {}): TerminalRun {
	const start = `exec -a "$0" ${program} "$@"`;
	return new TerminalRun('bash', ['--norc', '-c', `cd ${folder}; ${before}\n${after === '' ? start : `(${start})\n${after}`}`, name, ...words], options);
}

/** Start the login shell without a terminal. */
export function startShimOnPipes({folder, program}: ShimHome, words: readonly string[]): ChildProcessWithoutNullStreams {
	return spawn(program, [...words], {cwd: folder, argv0: 'scribery-session'});
}

export type ReadRecording = {
	readonly start: SessionStart;
	readonly events: readonly FrameEvent[];
	readonly frames: readonly Frame[];
	readonly gaps: readonly GapFrame[];
	readonly end: EndFrame | undefined;
	readonly bytesOf: (...types: ReadonlyArray<Frame['type']>) => Buffer;
};

/** All recordings of a spool, by their start. Segments are read as the agent does: with the seed and number of the one before. */
export function readSpool({spool}: ShimHome): ReadRecording[] {
	const files = readdirSync(spool, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.frames'));
	const recordings = Map.groupBy(files, file => file.replace(/\.\d+\.frames$/v, ''));
	return [...recordings].map(([, segments]) => readRecording(segments.toSorted((a, b) => segmentOf(a) - segmentOf(b)).map(file => path.join(spool, file))))
		.toSorted((a, b) => (a.events[0]?.type === 'frame' ? a.events[0].atUs : 0) - (b.events[0]?.type === 'frame' ? b.events[0].atUs : 0));
}

function segmentOf(file: string): number {
	return Number(/\.(?<segment>\d+)\.frames$/v.exec(file)?.groups?.segment);
}

function readRecording(files: readonly string[]): ReadRecording {
	let position = segmentStart;
	const events = files.flatMap(file => {
		const reader = createFrameReader({...position, offset: 0});
		const found = [...reader.push(readFileSync(file)), ...reader.end()];
		position = reader.position();
		return found;
	});
	const frames = events.flatMap(event => event.type === 'frame' ? [event.frame] : []);
	const start = frames[0]?.type === 'start' ? readSessionStart(frames[0]) : undefined;
	if (start === undefined) {
		throw new Error(`${files.join(', ')}: no start`);
	}

	return {
		start,
		events,
		frames,
		gaps: frames.filter(frame => frame.type === 'gap'),
		end: frames.findLast(frame => frame.type === 'end'),
		bytesOf: (...types) => Buffer.concat(frames.flatMap(frame => 'data' in frame && types.includes(frame.type) ? [frame.data] : [])),
	};
}
