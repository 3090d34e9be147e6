import test from 'ava';
import {createTilePlayer} from '../../../source/console/wall/tile-player.ts';
import {openFixture} from '../../helpers/fixture-store.ts';
import {PlayedFixture} from '../../helpers/play-fixture.ts';

test('a tile that could not be opened is opened when that is due again, and says so', async t => {
	const {store, session} = await openFixture('web1-alice-nginx.jsonl');
	const played = new PlayedFixture(store, session, {});
	let elapsedMs = 0;
	let isFull = true;
	const told: Array<string | undefined> = [];
	let wake = Promise.withResolvers<void>();
	const ports = {
		...played.ports,
		clock: {now: () => 0, elapsedMs: () => elapsedMs},
		async recordAccess() {
			if (isFull) {
				throw new Error('disk full');
			}
		},
	};
	const tile = createTilePlayer(session, {ports, colors: 'truecolor', fps: 2, onProblem(message) {
		told.push(message);
		wake.resolve();
		wake = Promise.withResolvers();
	}});
	await wake.promise;
	t.deepEqual(told, ['disk full']);
	isFull = false;
	tile.follow(true);
	t.deepEqual(told, ['disk full']);
	elapsedMs = 1000;
	const regained = wake.promise;
	tile.follow(false);
	await regained;
	t.deepEqual(told, ['disk full', undefined]);
	await tile.close();
	await played.close();
});
