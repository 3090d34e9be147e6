// Makes the host's packages: `npm run package`, or
//   node recorder/package/build.mjs [--out FOLDER] [--level 1-9]
// dist/package/scribery_VERSION_ARCH.deb and .tar.gz hold the same files. Nothing of the machine that makes them gets into them: owner
// root, fixed modes, one date (SOURCE_DATE_EPOCH, else the last commit's), names in order. Two runs give the same bytes.
import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {gzipSync} from 'node:zlib';
import {printAr, printTar} from './archive.mjs';
import {hostFiles, withFolders} from './host-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {values: {out, level}} = parseArgs({options: {out: {type: 'string', default: path.join(root, 'dist/package')}, level: {type: 'string', default: '9'}}});
const {version, description} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const architecture = {x64: 'amd64', arm64: 'arm64'}[process.arch];
const atS = Number(process.env.SOURCE_DATE_EPOCH ?? (spawnSync('git', ['log', '-1', '--format=%ct'], {cwd: root, encoding: 'utf8'}).stdout || 0));

const files = hostFiles(root, version);
const name = `scribery_${version}_${architecture}`;
mkdirSync(out, {recursive: true});
write(`${name}.deb`, printDebianPackage());
write(`${name}.tar.gz`, compress(withFolders(archiveFiles())));

function printDebianPackage() {
	const conffiles = files.filter(file => file.name.startsWith('etc/'));
	const linked = [...files, {name: 'usr/bin/tlog-rec-session', link: 'scribery-session'}];
	const sizeKb = Math.ceil(files.reduce((sum, {data}) => sum + data.length, 0) / 1024);
	const control = [
		{name: 'control', mode: 0o644, data: Buffer.from(`Package: scribery
Version: ${version}
Architecture: ${architecture}
Maintainer: Scribery contributors <scribery@invalid>
Installed-Size: ${sizeKb}
Depends: libatomic1, libc6 (>= 2.28), libgcc-s1, libstdc++6 (>= 11), passwd
Enhances: sssd
Section: admin
Priority: optional
Description: ${description}
 What a recorded host needs: the login shell that stands in for
 tlog-rec-session, the agent that delivers what it records, and a plugin
 that gives it auditd's events. Nobody is recorded before SSSD or the user
 database say so.
`)},
		{name: 'conffiles', mode: 0o644, data: Buffer.from(conffiles.map(file => `/${file.name}\n`).join(''))},
		{name: 'md5sums', mode: 0o644, data: Buffer.from(files.filter(file => !conffiles.includes(file)).map(file => `${createHash('md5').update(file.data).digest('hex')}  ${file.name}\n`).join(''))},
		...['preinst', 'postinst', 'prerm', 'postrm'].map(script => ({name: script, mode: 0o755, data: readFileSync(path.join(root, 'recorder/package/debian', script))})),
	];
	return printAr([
		{name: 'debian-binary', data: Buffer.from('2.0\n')},
		{name: 'control.tar.gz', data: compress(withFolders(control))},
		{name: 'data.tar.gz', data: compress(withFolders(linked))},
	], atS);
}

// An archive unpacked over a host must not undo its configuration: `set-up` puts in place what is missing.
function archiveFiles() {
	const moved = files.map(file => ({...file, name: file.name.replace(/^etc\/(?:scribery|audit\/plugins\.d)\//v, () => 'usr/share/scribery/').replace(/scribery\/scribery\.conf$/v, () => 'scribery/audit-plugin.conf')}));
	const list = {name: 'usr/share/scribery/files', mode: 0o644, data: Buffer.from([...moved.map(file => file.name), 'usr/share/scribery/files'].map(file => `/${file}\n`).join(''))};
	return [...moved, list];
}

function compress(entries) {
	return gzipSync(printTar(entries, atS), {level: Number(level)});
}

function write(file, data) {
	const target = path.join(out, file);
	writeFileSync(`${target}.${process.pid}`, data);
	renameSync(`${target}.${process.pid}`, target);
	console.log(`${createHash('sha256').update(data).digest('hex')}  ${target}`);
}
