import {spawnSync} from 'node:child_process';
import test from 'ava';
import type {ExportSource, PictureChoice} from '../../source/export/export-source.ts';
import {exportSvg} from '../../source/export/export-svg.ts';
import {drawSvg} from '../../source/export/svg/draw-svg.ts';
import {pictureThemes} from '../../source/export/svg/picture-theme.ts';
import {openPlayback} from '../../source/playback/open-playback.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {takePicture} from '../../source/terminal/picture.ts';
import {openFixture} from '../helpers/fixture-store.ts';
import {testWith} from '../helpers/peer.ts';
import {readSvg} from '../helpers/read-svg.ts';

async function exportFixture(name: string, picture: PictureChoice = {}): Promise<{readonly svg: string; readonly lines: readonly string[]}> {
	const {store, session} = await openFixture(name);
	const source: ExportSource = {session, gaps: [], readMessages: () => store.readMessages(session), fromMs: 0, untilMs: Infinity, stream: undefined, idleLimit: undefined, openPlayback: async () => openPlayback(store, session), picture};
	const svg = (await Array.fromAsync(exportSvg(source))).join('');
	const playback = await openPlayback(store, session);
	await playback.seek(picture.positionMs ?? Infinity);
	return {svg, lines: playback.emulator.readScreen().lines};
}

function drawBytes(text: string): string {
	const emulator = createEmulator({columns: 40, rows: 2});
	emulator.write(text);
	return drawSvg({picture: takePicture(emulator), theme: pictureThemes.dark, title: 't', description: 'd', hasFrame: false, warning: undefined});
}

// Blocks and lines are shapes, not letters.
const shapes = /[\s\u{2500}-\u{259F}]/gv;

const fixtures = ['web1-alice-nginx.jsonl', 'web2-alice-vim.jsonl', 'db2-bob-htop.jsonl', 'bastion1-erin-tmux.jsonl', 'web2-carol-unicode.jsonl', 'web1-erin-resize.jsonl', 'web3-alice-deploy.cast', 'bastion1-mallory-hostile.jsonl'];
for (const name of fixtures) {
	for (const positionMs of [12_000, 20_000, 600_000]) {
		test(`the picture of ${name} at ${positionMs} ms has each letter of the screen in its row, and only known elements`, async t => {
			const {svg, lines} = await exportFixture(name, {positionMs});
			const rows = readSvg(svg).rows.map(row => row.replaceAll(shapes, ''));
			t.deepEqual(lines.map((_, row) => rows[row] ?? ''), lines.map(line => line.replaceAll(shapes, '')));
		});
	}
}

test('recorded markup is text', t => {
	const svg = drawBytes('</text><script>1</script>&"\r\n<!--');
	t.deepEqual(readSvg(svg).rows, ['</text><script>1</script>&"', '<!--']);
});

test('a wide character takes two cells, and the letter behind it stands at its own', t => {
	const {texts} = readSvg(drawBytes('a漢b'));
	t.deepEqual(texts.map(({column, columns, text}) => [column, columns, text]), [[0, 1, 'a'], [1, 2, '漢'], [3, 1, 'b']]);
});

test('bold, italic, underlined, dim and inverse cells look so', t => {
	const svg = drawBytes('\u{1B}[1ma\u{1B}[0;3mb\u{1B}[0;4mc\u{1B}[0;2md\u{1B}[0;7;31me');
	const {texts} = readSvg(svg);
	t.deepEqual(texts.map(({look}) => look), [' font-weight="bold"', ' font-style="italic"', ' text-decoration="underline"', ' fill-opacity="0.6"', '']);
	t.regex(svg, /<rect x="36" y="0" width="9" height="18" fill="#e05561"\/>.*<text x="36"[^>]* fill="#14161a"/v);
});

test('text that the terminal hid is not in the picture', t => {
	const svg = drawBytes('a\u{1B}[8mhidden\u{1B}[0mb');
	t.deepEqual(readSvg(svg).texts.map(({text}) => text), ['a', 'b']);
});

test('palette and direct colours are those recorded', t => {
	const svg = drawBytes('\u{1B}[38;5;202ma\u{1B}[38;2;1;2;3mb');
	t.regex(svg, /fill="#ff5f00"[^>]*>a</v);
	t.regex(svg, /fill="#010203"[^>]*>b</v);
});

test('a picture of an uncertain screen says so', async t => {
	const {svg} = await exportFixture('db1-frank-gap.jsonl', {theme: 'light', hasFrame: true});
	t.regex(svg, /╳ gap at 0:12\.054: the screen may be wrong/v);
	t.regex(svg, /Default colours: #1f2328 on #ffffff\./v);
	t.regex(svg, /text-anchor="middle"[^>]*>db1\/5bd3f9a7c8424e0bb6d5913a0e7c48f2-4b28-3224547e@\S+ {2}frank</v);
});

testWith('rsvg-convert')('a real program draws the picture', async t => {
	const {svg} = await exportFixture('db2-bob-htop.jsonl', {positionMs: 20_000, hasFrame: true});
	const {status, stdout, stderr} = spawnSync('rsvg-convert', ['--format=png'], {input: svg});
	t.is(status, 0, stderr.toString());
	t.is(stdout.subarray(1, 4).toString(), 'PNG');
	t.deepEqual([stdout.readUInt32BE(16), stdout.readUInt32BE(20)], [1100, 664]);
});
