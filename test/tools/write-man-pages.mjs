// Writes docs/man from the tables of `--help`. A page that says the same keeps its date.
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {writeManual} from '../../dist/source/commands/page/write-manual.js';

const root = new URL('../../', import.meta.url);
const folder = new URL('docs/man/', root);
const packageFile = new URL('package.json', root);
const {version} = JSON.parse(readFileSync(packageFile, 'utf8'));
const today = new Date().toISOString().slice(0, 10);

mkdirSync(folder, {recursive: true});
const names = writeManual({version, date: today}).keys().toArray();
for (const name of readdirSync(folder).filter(each => !names.includes(each))) {
	rmSync(new URL(name, folder));
}

for (const name of names) {
	const file = new URL(name, folder);
	const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const date = /^\.TH .*?"(?<date>\d{4}-\d\d-\d\d)"/v.exec(old)?.groups.date ?? today;
	const isSame = old === writeManual({version, date}).get(name);
	writeFileSync(file, writeManual({version, date: isSame ? date : today}).get(name));
}

// What npm installs of them.
const text = readFileSync(packageFile, 'utf8');
const list = names.toSorted((a, b) => a.localeCompare(b, 'en')).map(name => `\t\t"./docs/man/${name}"`).join(',\n');
writeFileSync(packageFile, text.replace(/\t"man": \[[^\]]*\]/v, () => `\t"man": [\n${list}\n\t]`));
