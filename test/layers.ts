import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Rule = {readonly ours: readonly string[]; readonly others: readonly string[]};

const anyBuiltin = 'node:';
const quietBuiltins = ['node:buffer', 'node:timers', 'node:zlib', 'node:crypto', 'node:worker_threads'];
const storeInterface = ['source/store/store.ts', 'source/store/store-error.ts', 'source/store/address.ts', 'source/store/access-chain.ts', 'source/store/session.ts', 'source/store/event.ts', 'source/store/wall-clock.ts', 'source/store/place-events.ts', 'source/store/session-index.ts', 'source/store/is-gap.ts', 'source/store/index-writer.ts', 'source/store/moments.ts', 'source/store/sign-of-hit.ts', 'source/store/print-event-id.ts', 'source/store/note.ts', 'source/store/counts.ts', 'source/store/index-version.ts', 'source/store/query'];

/** Who may import whom. A room may always import itself. `node:` stands for every builtin. */
const rules: Readonly<Record<string, Rule>> = {
	'source/format': {ours: [], others: []},
	'source/keys': {ours: [], others: []},
	'source/terminal': {ours: ['source/format'], others: ['@xterm/headless', '@xterm/addon-unicode-graphemes', 'node:buffer']},
	'source/store/query': {ours: ['source/format', 'source/user-error.ts', 'source/store/store.ts', 'source/store/address.ts'], others: ['node:vm']},
	'source/store/sqlite': {ours: ['source/format', 'source/clock.ts', ...storeInterface], others: ['node:sqlite', 'node:url', 'node:fs', 'node:path', ...quietBuiltins]},
	'source/store': {ours: ['source/format', 'source/user-error.ts', 'source/clock.ts'], others: ['node:fs', 'node:path', ...quietBuiltins]},
	'source/access': {ours: [...storeInterface, 'source/store/open-store.ts', 'source/clock.ts', 'source/config.ts'], others: ['node:fs', 'node:os', 'node:path', 'node:process', ...quietBuiltins]},
	'source/index': {ours: ['source/format', 'source/terminal', ...storeInterface, 'source/store/open-store.ts', 'source/clock.ts'], others: quietBuiltins},
	'source/playback': {ours: ['source/format', 'source/terminal', 'source/index/survey.ts', ...storeInterface, 'source/clock.ts'], others: quietBuiltins},
	'source/export': {ours: ['source/format', 'source/terminal', 'source/playback', ...storeInterface], others: ['node:buffer', ...quietBuiltins]},
	'source/collect': {ours: ['source/format', 'source/store/store.ts', 'source/store/store-error.ts', 'source/user-error.ts', 'source/clock.ts'], others: quietBuiltins},
	// Sockets are a room of their own; all else of collecting touches neither network nor files.
	'source/collect/listen': {ours: ['source/format', 'source/collect', 'source/user-error.ts'], others: [anyBuiltin]},
	'source/console': {ours: ['source/format', 'source/keys', 'source/access', 'source/playback', 'source/export', 'source/terminal', ...storeInterface, 'source/clock.ts', 'source/user-error.ts', 'source/config.ts', 'source/config-change.ts', 'source/config-views.ts'], others: ['ink', 'react', 'react/jsx-runtime', 'fuse.js', 'string-width', anyBuiltin]},
	'source/commands': {ours: ['source', 'recorder'], others: ['meow', anyBuiltin]},
	'source/cli.ts': {ours: ['source'], others: ['meow', anyBuiltin]},
	'source/config.ts': {ours: ['source/user-error.ts'], others: [anyBuiltin]},
	'source/config-change.ts': {ours: ['source/config.ts', 'source/user-error.ts'], others: [anyBuiltin]},
	'source/config-views.ts': {ours: ['source/config.ts', 'source/config-change.ts'], others: []},
	'source/clock.ts': {ours: [], others: []},
	'source/user-error.ts': {ours: [], others: []},
	'recorder/rec': {ours: ['source/format', 'source/user-error.ts', 'source/clock.ts', 'recorder'], others: ['node-pty', anyBuiltin]},
	recorder: {ours: ['source/format', 'source/user-error.ts', 'source/clock.ts'], others: [anyBuiltin]},
};

/** Packages that only one folder or file may import, with those folders. */
const confined: Readonly<Record<string, readonly string[]>> = {
	'node:sqlite': ['source/store/sqlite'],
	// The watchdog over regular expressions; nothing is evaluated.
	'node:vm': ['source/store/query/run-capped.ts'],
	'node-pty': ['recorder/rec'],
	'@xterm/headless': ['source/terminal'],
	ink: ['source/console'],
	react: ['source/console'],
	'fuse.js': ['source/console'],
	'string-width': ['source/console'],
	meow: ['source/commands', 'source/cli.ts'],
};

/** Files over the limit of 250 lines, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};

const files = ['source', 'recorder'].filter(folder => existsSync(path.join(root, folder))).flatMap(folder => listFiles(folder));
const imports = files.flatMap(file => readImports(file));

test('each file belongs to a room of the table', t => {
	t.deepEqual(files.filter(file => ruleOf(file) === undefined), []);
});

test('each import is one that the table allows', t => {
	t.deepEqual(imports.filter(edge => !isAllowed(edge)).map(edge => `${edge.from} imports ${edge.to}`), []);
});

test('no file imports itself through others', t => {
	t.deepEqual(findCycle(), []);
});

test('only .tsx files and no others live in `source/console` when they draw', t => {
	t.deepEqual(files.filter(file => file.endsWith('.tsx') && !file.startsWith('source/console/')), []);
});

test('no file is longer than 250 lines without a reason', t => {
	const long = [...files, ...listFiles('test')].filter(file => countLines(file) > 250 && longFiles[file] === undefined);
	t.deepEqual(long.map(file => `${file}: ${countLines(file)} lines`), []);
});

type Import = {readonly from: string; readonly to: string};

function listFiles(folder: string): string[] {
	return readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
		.filter(name => /\.tsx?$/v.test(name))
		.map(name => path.join(folder, name));
}

function readImports(file: string): Import[] {
	const text = readFileSync(path.join(root, file), 'utf8');
	const found = text.matchAll(/^(?:import|export)\s(?:type\s)?[^"';]*?from\s'(?<spec>[^']+)'|import\('(?<late>[^']+)'\)|^import\s'(?<bare>[^']+)'/gmv).toArray();
	return found.map(({groups}) => {
		const spec = groups?.spec ?? groups?.late ?? groups?.bare ?? '';
		const to = spec.startsWith('.') ? path.join(path.dirname(file), spec) : spec;
		return {from: file, to};
	});
}

function ruleOf(file: string): Rule | undefined {
	const room = roomOf(file);
	return room === undefined ? undefined : rules[room];
}

function roomOf(file: string): string | undefined {
	return Object.keys(rules)
		.filter(room => file === room || file.startsWith(`${room}/`))
		.toSorted((a, b) => b.length - a.length)[0];
}

function isAllowed({from, to}: Import): boolean {
	const rule = ruleOf(from);
	if (rule === undefined) {
		return false;
	}

	if (files.includes(to)) {
		const room = roomOf(from) ?? '';
		return [room, ...rule.ours].some(place => to === place || to.startsWith(`${place}/`));
	}

	const home = confined[packageOf(to)];
	return rule.others.some(name => to === name || packageOf(to) === name || (name === anyBuiltin && to.startsWith(anyBuiltin)))
		&& (home === undefined || home.some(place => from === place || from.startsWith(`${place}/`)));
}

function packageOf(spec: string): string {
	return spec.split('/').slice(0, spec.startsWith('@') ? 2 : 1).join('/');
}

function findCycle(): string[] {
	const next = new Map(files.map(file => [file, imports.filter(edge => edge.from === file && files.includes(edge.to)).map(edge => edge.to)]));
	const done = new Set<string>();

	function visit(file: string, trail: readonly string[]): string[] {
		if (trail.includes(file)) {
			return [...trail.slice(trail.indexOf(file)), file];
		}

		if (done.has(file)) {
			return [];
		}

		for (const to of next.get(file) ?? []) {
			const cycle = visit(to, [...trail, file]);
			if (cycle.length > 0) {
				return cycle;
			}
		}

		done.add(file);
		return [];
	}

	return files.map(file => visit(file, [])).find(cycle => cycle.length > 0) ?? [];
}

function countLines(file: string): number {
	return readFileSync(path.join(root, file), 'utf8').split('\n').length - 1;
}
