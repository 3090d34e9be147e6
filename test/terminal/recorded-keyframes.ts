import {readdirSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {readForReplay} from '../../source/format/recording/read-for-replay.ts';
import type {Packet} from '../../source/format/recording/packet.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import type {Emulator} from '../../source/terminal/emulator.ts';
import {feedPacket} from '../../source/terminal/feed-packet.ts';
import {isSamePicture, takePicture} from '../../source/terminal/picture.ts';
import {fixturePath, openFixture} from '../helpers/fixture-store.ts';

const names = readdirSync(fixturePath('.')).filter(name => /\.(?:jsonl(?:\.gz|\.zst)?|cast)$/v.test(name));
const looks = 12;

for (const name of names) {
	test(`${name}: cut anywhere, the restored emulator goes on like the whole one`, async t => {
		const pieces = await readPieces(name);
		await fc.assert(fc.asyncProperty(fc.double({min: 0, max: 1, noNaN: true}), fc.integer({min: 1, max: 4000}), async (part, cutBytes) => {
			const whole = createEmulator({columns: 80, rows: 24});
			const cutAt = Math.floor(part * pieces.length);
			for (const piece of pieces.slice(0, cutAt)) {
				feed(whole, piece);
			}

			const rest = cutPiece(pieces[cutAt], cutBytes);
			feed(whole, rest[0]);
			fc.pre(whole.isAtRest());
			const restored = createEmulator(whole);
			restored.write(whole.keyframe());
			const after = [rest[1], ...pieces.slice(cutAt + 1)];
			const isAlike = after.every((piece, index) => {
				const wasAlike = index >= looks || isSamePicture(takePicture(whole), restored);
				feed(whole, piece);
				feed(restored, piece);
				return wasAlike;
			});
			t.true(isAlike && isSamePicture(takePicture(whole), restored));
		}), {numRuns: 15});
	});
}

async function readPieces(name: string): Promise<readonly Packet[]> {
	const {store, session} = await openFixture(name);
	const pieces: Packet[] = [];
	for await (const {text} of store.readMessages(session)) {
		pieces.push(...readForReplay(text, 0).packets);
	}

	await store.close();
	return pieces;
}

/** Output in two parts, cut between any two bytes. */
function cutPiece(piece: Packet | undefined, cutBytes: number): readonly [Packet | undefined, Packet | undefined] {
	return piece?.type === 'output' ? [{...piece, data: piece.data.subarray(0, cutBytes)}, {...piece, data: piece.data.subarray(cutBytes)}] : [piece, undefined];
}

function feed(emulator: Emulator, piece: Packet | undefined): void {
	if (piece !== undefined) {
		feedPacket(emulator, piece);
	}
}
