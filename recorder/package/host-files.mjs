import {Buffer} from 'node:buffer';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {gzipSync} from 'node:zlib';

// All that is installed on a host, as `{name, mode, data}` in order, names relative to its root.
export function hostFiles(root, version) {
	const rows = [
		...programs(root),
		['etc/scribery/session.conf', 0o644, 'recorder/shim/session.conf'],
		['etc/scribery/agent.json', 0o644, 'recorder/package/system/agent.json'],
		['etc/audit/plugins.d/scribery.conf', 0o640, 'recorder/package/system/audit-plugin.conf'],
		['usr/lib/scribery/set-up', 0o755, 'recorder/package/system/set-up'],
		['usr/lib/sysusers.d/scribery.conf', 0o644, 'recorder/package/system/sysusers.conf'],
		['usr/lib/tmpfiles.d/scribery.conf', 0o644, 'recorder/package/system/tmpfiles.conf'],
		['usr/share/doc/scribery/copyright', 0o644, Buffer.concat([readFileSync(path.join(root, 'license')), Buffer.from('\n/usr/lib/scribery/node is Node.js:\n\n'), readFileSync(path.join(nodeFolder(root), 'LICENSE'))])],
		['usr/share/doc/scribery/changelog.gz', 0o644, gzipSync(readFileSync(path.join(root, 'changelog.md')))],
		['usr/share/doc/scribery/examples/audispd-2-plugin.conf', 0o644, 'recorder/package/system/audispd-2-plugin.conf'],
		['usr/share/doc/scribery/examples/sssd-session-recording.conf', 0o644, 'recorder/package/system/sssd-session-recording.conf'],
		...manuals(root, version),
	];
	return rows
		.map(([name, mode, source]) => ({name, mode, data: typeof source === 'string' ? readFileSync(path.join(root, source)) : source}))
		.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}

// The folders of the entries before what they hold.
export function withFolders(entries) {
	const folders = new Set(['', ...entries.flatMap(({name}) => name.split('/').slice(0, -1).map((_, index, parts) => parts.slice(0, index + 1).join('/')))]);
	return [...[...folders].map(name => ({name})), ...entries].toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}

// The login shell; agent and plugin of auditd under a Node of their own, in the folders it has in `dist`.
function programs(root) {
	const bundled = path.join(root, 'dist/bin');
	if (!existsSync(bundled)) {
		throw new Error(`${bundled} is missing: run "npm run build"`);
	}

	const bundles = readdirSync(bundled, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile());
	return [
		['usr/bin/scribery-session', 0o755, 'dist/shim/scribery-session'],
		['usr/bin/scribery-agent', 0o755, 'recorder/package/system/scribery-agent'],
		['usr/bin/scribery-audit', 0o755, 'recorder/package/system/scribery-audit'],
		['usr/lib/systemd/system/scribery-agent.service', 0o644, 'recorder/package/system/scribery-agent.service'],
		['usr/lib/scribery/node', 0o755, readFileSync(path.join(nodeFolder(root), 'bin/node'))],
		['usr/lib/scribery/package.json', 0o644, Buffer.from('{"type": "module"}\n')],
		['usr/lib/scribery/native/scribery-datagram', 0o755, 'dist/native/scribery-datagram'],
		...bundles.map(entry => {
			const file = path.join(entry.parentPath, entry.name);
			return [`usr/lib/scribery/bin/${path.relative(bundled, file)}`, 0o644, readFileSync(file)];
		}),
	];
}

// Node as npm brings it for this machine.
function nodeFolder(root) {
	const require = createRequire(path.join(root, 'node_modules/node/package.json'));
	return path.dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`));
}

function manuals(root, version) {
	return ['recorder/package/man', 'docs/man'].flatMap(folder => readdirSync(path.join(root, folder))
		.filter(name => folder !== 'docs/man' || /^scribery-(?:agent|audit|doctor)\.\d$/v.test(name))
		.map(name => {
			const page = readFileSync(path.join(root, folder, name), 'utf8').replaceAll('@VERSION@', () => version);
			return [`usr/share/man/man${name.at(-1)}/${name}.gz`, 0o644, gzipSync(page, {level: 9})];
		}));
}
