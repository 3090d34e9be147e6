import {readdirSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {openPlayback} from '../../source/playback/open-playback.ts';
import type {Playback} from '../../source/playback/playback.ts';
import {takePicture} from '../../source/terminal/picture.ts';
import type {Picture} from '../../source/terminal/picture.ts';
import {fixturePath, openFixture} from '../helpers/fixture-store.ts';

const names = readdirSync(fixturePath('.')).filter(name => /\.jsonl(?:\.gz|\.zst)?$/v.test(name));

/** What a linear replay shows at a position: the playback is made anew and only goes forward. */
async function replay(open: () => Promise<Playback>, positionMs: number): Promise<Picture> {
	const playback = await open();
	await playback.advance(positionMs);
	const picture = takePicture(playback.emulator);
	await playback.close();
	return picture;
}

for (const name of names) {
	test(`${name}: the screen after any seeks and steps is that of a replay from the start`, async t => {
		const {store, session} = await openFixture(name);
		const open = async () => openPlayback(store, session);
		const playback = await open();
		const moves = fc.array(fc.oneof(fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom('.' as const, ',' as const)), {minLength: 1, maxLength: 8});
		await fc.assert(fc.asyncProperty(moves, fc.double({min: 0, max: 1, noNaN: true}), async (path, last) => {
			for (const move of path) {
				await (typeof move === 'number' ? playback.seek(Math.round(move * playback.lengthMs)) : (move === '.' ? playback.stepForward() : playback.stepBack()));
			}

			const target = Math.round(last * playback.lengthMs);
			await playback.seek(target);
			t.is(playback.positionMs, target);
			t.deepEqual(takePicture(playback.emulator), await replay(open, target));
		}), {numRuns: 12});
		await playback.close();
	});
}

test('steps back visit the states that steps forward visited, in reverse', async t => {
	const {store, session} = await openFixture('web1-alice-nginx.jsonl');
	const playback = await openPlayback(store, session);
	const forward = [takePicture(playback.emulator)];
	for (let step = 0; step < 40; step++) {
		t.is(await playback.stepForward(), 'moved');
		forward.push(takePicture(playback.emulator));
	}

	const back: Picture[] = [];
	for (let step = 0; step < 40; step++) {
		t.is(await playback.stepBack(), 'moved');
		back.push(takePicture(playback.emulator));
	}

	t.deepEqual(back, forward.toReversed().slice(1));
	t.is(await playback.stepBack(), 'at-start');
});

test('a step forward at the end says so', async t => {
	const {store, session} = await openFixture('web1-alice-nginx.jsonl');
	const playback = await openPlayback(store, session);
	await playback.seek(Infinity);
	t.is(playback.positionMs, playback.lengthMs);
	t.is(await playback.stepForward(), 'at-end');
});

test('advancing stops at the limit of bytes and goes on from there', async t => {
	const {store, session} = await openFixture('web1-deploy-build.jsonl.zst');
	const playback = await openPlayback(store, session);
	let turns = 0;
	while ((await playback.advance(playback.lengthMs, 4096)).isCapped) {
		turns++;
	}

	t.true(turns > 3);
	const open = async () => openPlayback(store, session);
	t.deepEqual(takePicture(playback.emulator), await replay(open, playback.lengthMs));
});

test('a recording that is not in the store is a StoreError', async t => {
	const {store} = await openFixture('web1-alice-nginx.jsonl');
	await t.throwsAsync(openPlayback(store, {host: 'web1', rec: 'none'}), {name: 'StoreError'});
});
