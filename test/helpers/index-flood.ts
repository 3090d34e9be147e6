import process from 'node:process';
import {Derivation} from '../../source/index/derivation.ts';

// A process of its own, so that its memory can be limited: `seq 1 1000000`, as packets of a few KiB all at one instant, then once more as one packet.
const lines = 1_000_000;
const linesPerMessage = 1000;
let told = 0;
let id = 0;
const derivation = new Derivation(async seen => {
	told += seen.length;
});

function makeMessage(text: string) {
	id++;
	return {id, positionMs: 0, text: JSON.stringify({ver: '2.3', host: 'h', rec: 'r', user: 'u', term: 'xterm', session: 1, id, pos: 0, timing: `=80x24>${text.length}`, in_txt: '', in_bin: [], out_txt: text, out_bin: []})};
}

function makeNumbers(first: number, count: number, start: string): string {
	return Array.from({length: count}, (_, index) => `${start}${first + index}\r\n`).join('');
}

for (let first = 1; first <= lines; first += linesPerMessage) {
	await derivation.add(makeMessage(makeNumbers(first, linesPerMessage, '')));
}

await derivation.add(makeMessage(makeNumbers(1, lines / 5, 'again ')));
const {standing} = await derivation.take();
process.stdout.write(String(told + standing.length));
