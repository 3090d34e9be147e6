import process from 'node:process';
import type {ExecutionContext} from 'ava';
import {spawn} from 'node-pty';
import type {Packet} from '../../source/format/recording/packet.ts';
import {readForReplay} from '../../source/format/recording/read-for-replay.ts';
import {indexSession} from '../../source/index/index-session.ts';
import type {SeenLine} from '../../source/store/moments.ts';
import type {Store} from '../../source/store/store.ts';
import {openEmptyStore, openFixture} from '../helpers/fixture-store.ts';
import {makeMessage} from '../helpers/make-message.ts';
import {testWith} from '../helpers/peer.ts';
import {watchInTmux} from '../helpers/screen-truth.ts';
import {watchIndex} from '../helpers/watch-index.ts';

const growingMs = 1000; // A word is found when it is finished, at most this late.

for (const [name, file] of Object.entries({
	vim: 'web2-alice-vim.jsonl',
	less: 'web1-carol-less.jsonl.gz',
	htop: 'db2-bob-htop.jsonl',
	tmux: 'bastion1-erin-tmux.jsonl',
	'builds, bursts and a progress bar': 'web1-deploy-build.jsonl.zst',
	'a shell, sudo and vi': 'web1-alice-nginx.jsonl',
	psql: 'db1-bob-idle.jsonl',
})) {
	testWith('tmux')(`all that stood for 50 ms in a real tmux is found in a recording of ${name}, and nothing else`, async t => {
		const {store, session} = await openFixture(file);
		const packets: Packet[] = [];
		for await (const {text} of store.readMessages(session)) {
			packets.push(...readForReplay(text, packets.at(-1)?.positionMs ?? 0).packets);
		}

		await compare(t, store, packets);
	});
}

testWith('tmux', 'bash')('`sudo` is found that was typed as `sdo`, two Backspaces and `udo`', async t => {
	const packets = await recordTyping(['s', 'd', 'o', '\u{7F}', '\u{7F}', 'u', 'd', 'o']);
	const store = await openEmptyStore();
	await store.addMessages([makeMessage({text: toLine(packets)})]);
	const seen = await compare(t, store, packets);
	t.true(seen.some(({text}) => text === '$ sudo'));
	t.true(seen.some(({text}) => text === '$ sdo'));
});

/** Index what is in a store, show its packets to a tmux, and hold both against each other. */
async function compare(t: ExecutionContext, store: Store, packets: readonly Packet[]): Promise<readonly SeenLine[]> {
	const [key = {host: '', rec: ''}] = await store.listUnindexed(-1);
	const {seen} = await watchIndex(store, async watched => indexSession(watched, key));
	await store.close();
	const [first] = packets;
	const size = first?.type === 'window' ? first : {columns: 80, rows: 24};
	t.true(packets.every(packet => packet.type !== 'window' || (packet.columns === size.columns && packet.rows === size.rows)));

	const truth = await watchInTmux(packets, size);
	const missed = truth.standing.filter(({text, fromMs, untilMs}) => seen.every(line => !(isFound(line, text) && line.fromMs <= untilMs + growingMs && line.untilMs >= fromMs)));
	t.deepEqual(missed, []);
	t.true(truth.standing.length > 1);

	// What is found but never stood at a packet's end must have been there within one.
	const quick = seen.filter(({text}) => !truth.shown.has(text));
	t.deepEqual(quick.filter(({fromMs, untilMs}) => untilMs - fromMs >= growingMs), []);
	const positions = new Set(quick.map(({fromMs}) => fromMs));
	const closeTruth = quick.length === 0 ? truth : await watchInTmux(packets, size, positionMs => positions.has(positionMs));
	t.deepEqual(quick.filter(({text}) => !closeTruth.shown.has(text)), []);
	t.log(`${truth.standing.length} lines stood, ${quick.length} of ${seen.length} found were shorter than a packet`);
	return seen;
}

/** The line itself, or the one that its last word grew into, or the one whose first rows have left the screen. */
function isFound(line: SeenLine, text: string): boolean {
	return line.text === text || (line.text.startsWith(text) && line.text[text.length] !== ' ') || (line.text.endsWith(text) && line.text.length - text.length >= 80);
}

/** What a real shell shows for keys, each answer 100 ms after the one before. */
async function recordTyping(keys: readonly string[]): Promise<readonly Packet[]> {
	const packets: Packet[] = [{type: 'window', positionMs: 0, columns: 80, rows: 24}];
	const shell = spawn('bash', ['--norc', '--noprofile'], {cols: 80, rows: 24, encoding: null, env: {PATH: process.env.PATH ?? '', PS1: '$ ', TERM: 'xterm', HISTFILE: ''}});
	let tell: (() => void) | undefined;
	shell.onData((data: unknown) => {
		packets.push({type: 'output', positionMs: packets.length * 100, data: data as Uint8Array}); // Bytes, as `encoding: null` says.
		tell?.();
	});
	const hear = async (): Promise<void> => {
		const {promise, resolve} = Promise.withResolvers<void>();
		tell = resolve;
		return promise;
	};

	await hear();
	for (const key of keys) {
		const answered = hear();
		shell.write(key);
		await answered;
	}

	packets.push({type: 'window', positionMs: (packets.length + 1) * 100, columns: 80, rows: 24});
	shell.kill('SIGKILL');
	return packets;
}

/** The packets as one tlog line. */
function toLine(packets: readonly Packet[]): string {
	let beforeMs = 0;
	let text = '';
	const timing = packets.map(packet => {
		const delay = packet.positionMs > beforeMs ? `+${packet.positionMs - beforeMs}` : '';
		beforeMs = packet.positionMs;
		if (packet.type === 'window') {
			return `${delay}=${packet.columns}x${packet.rows}`;
		}

		const shown = new TextDecoder().decode(packet.data);
		text += shown;
		return `${delay}>${shown.length}`;
	});
	return JSON.stringify({ver: '2.3', host: 'web1', rec: makeMessage().rec, user: 'alice', term: 'xterm', session: 69, id: 1, pos: 0, time: 1, timing: timing.join(''), in_txt: '', in_bin: [], out_txt: text, out_bin: []});
}
