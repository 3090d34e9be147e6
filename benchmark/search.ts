import {createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawnSync} from 'node:child_process';
import {DatabaseSync} from 'node:sqlite';
import {systemClock} from '../source/clock.ts';
import {collectLines} from '../source/collect/collect-lines.ts';
import {splitLines} from '../source/format/recording/split-lines.ts';
import {startIndexing} from '../source/index/start-indexing.ts';
import {parseQuery} from '../source/store/query/parse-query.ts';
import {openStore} from '../source/store/open-store.ts';
import type {Store} from '../source/store/store.ts';
import {makeRows, makeSessions} from './parts/make-sessions.ts';
import type {MadeSessions} from './parts/make-sessions.ts';
import {createRandom} from './parts/random.ts';
import {drawHex, drawWord, hosts, users, vocabulary, vocabularySize} from './parts/shell-text.ts';
import {percentile} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How long a search over 10,000 recorded sessions takes, what its index costs, and how long lists of 100,000 rows take. Beside it `grep -rlF` over the same recordings, which reads the lines as recorded: it knows neither screens nor words that escapes part.
const sessions = Number(process.argv[2] ?? 10_000);
const rows = sessions * 9;
const turns = 20;
/** Exact lists and searches that read nearly everything take seconds. */
const slowTurns = 4;
/** What was made before: a folder with the files, the store and its steps. */
const madeBefore = process.argv[3];
const folder = madeBefore ?? mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const address = path.join(folder, 'store.db');
try {
	await measure();
} finally {
	if (madeBefore === undefined) {
		rmSync(folder, {recursive: true});
	}
}

async function measure(): Promise<void> {
	const {made, imported, indexed} = await fill();
	const sizes = readSizes();
	const store = await openStore(address, {mode: 'read', clock: systemClock});
	const searches = await timeSearches(store, made.files);
	await store.close();

	const long = await openStore(address, {mode: 'write', clock: systemClock});
	await importFiles(long, [await makeRows(folder, rows)]);
	const lists = await timeLists(long);
	await long.close();
	writeResult('search', 'Search', [
		`${count(sessions)} sessions of about 100 messages (${count(made.messages)} in all, ${megabytes(made.lineBytes)} of lines, ${megabytes(made.outputBytes)} of output at 120×40), made by \`benchmark/parts/make-sessions.ts\`: typed commands and eight kinds of output, from ${count(vocabularySize)} words, the one of rank N 1/N as frequent as the first, with numbers and hashes between them.`,
		'',
		`Times are by the clock; beside them what the processors spent, which tells more where other work uses them, too (load when this was written: ${loadavg()[0]?.toFixed(1)}). Searches and lists run in one thread, the index in one a processor.`,
		'',
		'| step | seconds | of processors | MB of lines a second |',
		'| --- | --- | --- | --- |',
		...[['import, not indexed', imported] as const, ['index', indexed] as const].map(([name, {cpuMs, wallMs}]) => `| ${name} | ${(wallMs / 1000).toFixed(1)} | ${(cpuMs / 1000).toFixed(1)} | ${(made.lineBytes / 1000 / wallMs).toFixed(1)} |`),
		'',
		'## Size',
		'',
		'| part | MB | against the compressed messages |',
		'| --- | --- | --- |',
		...sizes.map(({part, bytes}) => `| ${part} | ${(bytes / 1e6).toFixed(1)} | ${(bytes / (sizes[0]?.bytes ?? 1)).toFixed(2)} |`),
		'',
		'## Searches',
		'',
		`${turns} different searches of each kind (${slowTurns} for exact lists and for the kinds that read nearly everything), each asked once, the file in memory; milliseconds. "First rows": until 20 sessions with hits are there, or all. "Exact list": the page of 50 sessions with the exact number of all that match. \`grep -rlF\` looks for the same text in the files of lines, in memory, too: user and system time.`,
		'',
		'| search | sessions found, median | first rows p50 | p95 | p95 of the processor | exact list p50 | most | `grep -rlF` p50 |',
		'| --- | --- | --- | --- | --- | --- | --- | --- |',
		...searches,
		'',
		'## Lists',
		'',
		`${count(sessions + rows)} sessions; milliseconds. Names, hosts and days are others in each turn; a page asked for again is counted once while the store does not change.`,
		'',
		'| what | p50 | p95 | p95 of the processor |',
		'| --- | --- | --- | --- |',
		...lists,
	].join('\n'));
}

type Filled = {readonly made: MadeSessions; readonly imported: Spent; readonly indexed: Spent};

async function fill(): Promise<Filled> {
	const steps = path.join(folder, 'steps.json');
	if (existsSync(steps)) {
		return JSON.parse(readFileSync(steps, 'utf8')) as Filled; // Written below.
	}

	const made = await makeSessions(folder, sessions);
	const store = await openStore(address, {mode: 'create', clock: systemClock});
	const imported = await timeStep(async () => importFiles(store, made.files));
	await store.close();
	// As `scribery index` does it: in threads of its own.
	const indexed = await timeStep(async () => startIndexing({address, isRebuild: false, worker: new URL('../source/index/worker.js', import.meta.url)}));
	const filled = {made, imported, indexed};
	writeFileSync(steps, JSON.stringify(filled));
	return filled;
}

type Kind = {
	/** Reads nearly everything. */
	readonly isSlow?: boolean;
	readonly name: string;
	/** A search, and the text that grep is asked for, if it can be. */
	readonly make: (index: number) => {readonly query: string; readonly text?: string};
};

/** Words of the ranks of a language: the tenth is in nearly every session, the ten thousandth in few. */
function listKinds(): readonly Kind[] {
	const random = createRandom(99);
	const word = (from: number, to: number): string => vocabulary[from + random.below(to - from)] ?? '';
	return [
		{name: 'phrase of two words, any', make: () => toPhrase(`${drawWord(random)} ${drawWord(random)}`)},
		{name: 'phrase of two rare words', make: () => toPhrase(`${word(3000, 9000)} ${word(3, 300)}`)},
		{name: 'phrase in nearly every session', make: index => toPhrase(['Permission denied', 'Main PID', '8 rows', 'total 128', 'git log'][index % 5] ?? '')},
		{name: 'phrase that is nowhere, of words that are everywhere', isSlow: true, make: index => toPhrase(['active running', 'total rows', 'name staff', 'root main'][index % 4] ?? '')},
		{name: 'phrase that is nowhere', make: () => toPhrase(`${word(20_000, 30_000)} ${drawHex(random, 9)}`)},
		{name: 'word or its beginning', make: () => toWord(word(300, 30_000))},
		{name: 'substring of 5 letters', make: () => toSubstring(word(1000, 30_000).slice(1, 6))},
		{name: 'substring of a hash, 5 digits', make: () => toSubstring(drawHex(random, 5))},
		{name: 'regular expression with a text in it', make: () => ({query: String.raw`seen:/${word(300, 9000)}\.c:[0-9]+: error/`})},
		{name: 'regular expression without', isSlow: true, make: () => ({query: `seen:/^.[a-f][0-9]${drawHex(random, 1)}[a-f] k/`})},
		{name: 'similar word (`~`)', isSlow: true, make: () => ({query: `seen:~${mistype(word(300, 9000))}`})},
	];
}

function toPhrase(text: string): {readonly query: string; readonly text: string} {
	return {query: `seen:"${text}"`, text};
}

function toWord(text: string): {readonly query: string; readonly text: string} {
	return {query: `seen:${text}`, text};
}

function toSubstring(text: string): {readonly query: string; readonly text: string} {
	return {query: `seen:*${text}*`, text};
}

/** Two letters change places. */
function mistype(word: string): string {
	return `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`;
}

async function timeSearches(store: Store, files: readonly string[]): Promise<readonly string[]> {
	const lines: string[] = [];
	for (const kind of listKinds()) {
		const firsts: Spent[] = [];
		const exacts: Spent[] = [];
		const greps: number[] = [];
		const found: number[] = [];
		for (let index = 0; index < (kind.isSlow === true ? slowTurns : turns); index++) {
			const {query, text} = kind.make(index);
			firsts.push(await time(async () => readFirstRows(store, query)));
			if (index < slowTurns) {
				exacts.push(await time(async () => {
					found.push(await readList(store, query));
				}));
			}

			if (text !== undefined && index < 5) {
				greps.push(timeGrep(text, files));
			}
		}

		lines.push(`| ${kind.name} | ${percentile(found, 0.5)} | ${print(firsts, 0.5)} | ${print(firsts, 0.95)} | ${printCpu(firsts, 0.95)} | ${print(exacts, 0.5)} | ${print(exacts, 1)} | ${greps.length === 0 ? '' : percentile(greps, 0.5).toFixed(0)} |`);
		console.error(lines.at(-1));
	}

	return lines;
}

async function readFirstRows(store: Store, query: string): Promise<void> {
	let found = 0;
	for await (const part of store.findMoments({query: parse(query), hitsPerSession: 4})) {
		found += part.type === 'session' ? 1 : 0;
		if (found === 20) {
			return;
		}
	}
}

async function readList(store: Store, query: string): Promise<number> {
	const page = await store.listSessions({query: parse(query), sort: 'start', isDescending: true, limit: 50, offset: 0});
	return page.matching;
}

async function timeLists(store: Store): Promise<readonly string[]> {
	const random = createRandom(5);
	const page = {sort: 'start', isDescending: true, limit: 50, offset: 0} as const;
	const kinds: ReadonlyArray<readonly [name: string, ask: () => Promise<unknown>]> = [
		['first page of all', async () => store.listSessions({...page, query: parse('')})],
		['page in the middle', async () => store.listSessions({...page, query: parse(''), offset: 20_000 + random.below(50_000)})],
		['one user', async () => store.listSessions({...page, query: parse(`user:${random.pick(users)}`)})],
		['user, host and time', async () => store.listSessions({...page, query: parse(`user:${random.pick(users)} host:${random.pick(hosts)} since:2026-06-0${1 + random.below(9)}`)})],
		['sorted by length', async () => store.listSessions({...page, sort: 'length', query: parse(`host:${random.pick(['web', 'db', 'cache'])}*`)})],
		['facets of all', async () => store.countFacets({query: parse(''), zone: 'Europe/Prague'})],
		['facets of one user', async () => store.countFacets({query: parse(`user:${random.pick(users)}`), zone: 'Europe/Prague'})],
		['statistics by day', async () => store.countStats({query: parse(''), zone: 'Europe/Prague', by: 'day'})],
	];
	const lines: string[] = [];
	for (const [name, ask] of kinds) {
		await ask();
		const durations: Spent[] = [];
		for (let index = 0; index < turns; index++) {
			durations.push(await time(ask));
		}

		lines.push(`| ${name} | ${print(durations, 0.5)} | ${print(durations, 0.95)} | ${printCpu(durations, 0.95)} |`);
		console.error(lines.at(-1));
	}

	return lines;
}

/** All parts of the store's file, the compressed messages first. */
function readSizes(): ReadonlyArray<{readonly part: string; readonly bytes: number}> {
	const database = new DatabaseSync(address, {readOnly: true});
	const tables = database.prepare('select name, sum(pgsize) as bytes from dbstat group by name').all().map(row => ({name: String(row.name), bytes: Number(row.bytes)}));
	database.close();
	const sum = (pattern: RegExp): number => tables.filter(table => pattern.test(table.name)).reduce((bytes, table) => bytes + table.bytes, 0);
	const parts = [
		{part: 'messages, compressed', bytes: sum(/^(?:blocks|messages|sqlite_autoindex_messages)/v)},
		{part: 'index: lines that were seen, compressed', bytes: sum(/^seen_blocks/v)},
		{part: 'index: words', bytes: sum(/^seen_words/v)},
		{part: 'index: pairs of words', bytes: sum(/^seen_pairs/v)},
		{part: 'index: parts of three characters', bytes: sum(/^seen_parts/v)},
		{part: 'index: where lines are', bytes: sum(/^seen_chunks/v)},
		{part: 'index: keyframes', bytes: sum(/keyframes/v)},
		{part: 'index: summaries, gaps, activity', bytes: sum(/^indexes/v)},
	];
	const index = parts.slice(1).reduce((bytes, part) => bytes + part.bytes, 0);
	return [...parts, {part: 'index in all', bytes: index}, {part: 'sessions and their lists', bytes: sum(/sessions/v)}, {part: 'the whole file', bytes: statSync(address).size}];
}

function parse(text: string): ReturnType<typeof parseQuery> {
	return parseQuery(text, {now: Date.now(), zone: 'UTC'});
}

type Spent = {readonly cpuMs: number; readonly wallMs: number};

async function time(action: () => Promise<unknown>): Promise<Spent> {
	const start = performance.now();
	const used = process.cpuUsage();
	await action();
	const {user, system} = process.cpuUsage(used);
	return {cpuMs: (user + system) / 1000, wallMs: performance.now() - start};
}

async function timeStep(action: () => Promise<unknown>): Promise<Spent> {
	const spent = await time(action);
	console.error(`${(spent.cpuMs / 1000).toFixed(1)} s, by the clock ${(spent.wallMs / 1000).toFixed(1)} s`);
	return spent;
}

/** Milliseconds of the processor. */
function timeGrep(text: string, files: readonly string[]): number {
	const {stderr} = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time grep -lF "$@" > /dev/null', 'grep', text, ...files], {encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}});
	return stderr.trim().split(' ').reduce((sum, seconds) => sum + (Number(seconds) * 1000), 0);
}

async function importFiles(store: Store, files: readonly string[]): Promise<void> {
	for (const file of files) {
		await collectLines(store, splitLines(createReadStream(file), {file}), {file});
	}
}

function print(spent: readonly Spent[], share: number): string {
	return percentile(spent.map(({wallMs}) => wallMs), share).toFixed(1);
}

function printCpu(spent: readonly Spent[], share: number): string {
	return percentile(spent.map(({cpuMs}) => cpuMs), share).toFixed(1);
}

function count(number: number): string {
	return number.toLocaleString('en');
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}
