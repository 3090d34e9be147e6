import {Buffer} from 'node:buffer';
import test from 'ava';
import {exportAsciicastV3} from '../../source/export/export-asciicast.ts';
import {returnLines} from '../../source/export/return-lines.ts';
import {openPlayback} from '../../source/playback/open-playback.ts';
import type {Packet} from '../../source/format/recording/packet.ts';
import {openFixture} from '../helpers/fixture-store.ts';

async function convert(parts: readonly string[], isPipe: boolean): Promise<string> {
	async function * packets(): AsyncGenerator<Packet> {
		for (const part of parts) {
			yield {type: 'output', positionMs: 0, data: Buffer.from(part)};
		}
	}

	return (await Array.fromAsync(returnLines(packets(), isPipe), packet => packet.type === 'output' ? Buffer.from(packet.data).toString() : '')).join('');
}

test('line feeds of a pipe return to the start of the line, also where a packet begins', async t => {
	t.is(await convert(['a\nb', '\n\n', 'c\r\nd\r', '\ne'], true), 'a\r\nb\r\n\r\nc\r\nd\r\ne');
});

test('what a terminal showed is not changed', async t => {
	t.is(await convert(['a\nb\r\n'], false), 'a\nb\r\n');
});

for (const [name, isPipe] of [['db2-deploy-pipe.jsonl', true], ['web1-alice-nginx.jsonl', false]] as const) {
	test(`an asciicast of ${name} has ${isPipe ? 'no line feed that does not return' : 'its output as recorded'}`, async t => {
		const {store, session} = await openFixture(name);
		const lines = await Array.fromAsync(exportAsciicastV3({session, gaps: [], readMessages: () => store.readMessages(session), fromMs: 0, untilMs: Infinity, stream: undefined, idleLimit: undefined, openPlayback: async () => openPlayback(store, session)}));
		const output = lines.slice(1).map(line => JSON.parse(String(line)) as [number, string, string]).filter(event => event[1] === 'o').map(event => event[2]).join('');
		t.true(output.includes('\n'));
		t.false(isPipe && /(?<!\r)\n/v.test(output));
		const recorded = (await Array.fromAsync(store.readMessages(session), ({text}) => (JSON.parse(text) as {out_txt: string}).out_txt)).join('');
		t.is(output === recorded, !isPipe);
	});
}
