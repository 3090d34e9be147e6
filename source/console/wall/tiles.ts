import type {Loop} from '../loop.ts';
import {detectColorLevel} from '../pane/color-level.ts';
import type {Ports} from '../ports.ts';
import {createTilePlayer} from './tile-player.ts';
import type {TilePlayer} from './tile-player.ts';
import type {Tile} from './wall-effect.ts';

const tileFps = 2;
/** All tiles together are painted at most so often in a second. */
const wallFps = 10;

/** The recordings of the wall: each stays at its live edge and is painted in its place. */
export type Tiles = {
	readonly show: (tiles: readonly Tile[], isPaused: boolean) => void;
	/** Ink has drawn a frame that has room for these. */
	readonly paintAgain: (drawn: readonly Tile[]) => void;
	readonly expectRedraw: () => void;
	readonly close: () => Promise<void>;
};

export function createTiles(ports: Ports, dispatch: Loop['dispatch']): Tiles {
	const players = new Map<string, TilePlayer>();
	const colors = detectColorLevel(ports.environment);
	let beat: NodeJS.Timeout | undefined;
	let revision: number | undefined;
	let isLooking = false;

	/** Follow the recordings, if anything was written to the store since; those that could not be read are tried again. */
	async function look(): Promise<void> {
		if (isLooking) {
			return;
		}

		isLooking = true;
		try {
			const store = await ports.getStore();
			const present = await store.getRevision();
			for (const player of players.values()) {
				player.follow(present !== revision);
			}

			revision = present;
		} catch {
			// The list of running sessions is read as often, and tells it.
			revision = undefined;
		} finally {
			isLooking = false;
		}
	}

	function open({address, session}: Tile): TilePlayer {
		const player = createTilePlayer(session, {ports, colors, fps: tileFps, onProblem(message) {
			dispatch({type: 'tileFailed', address, message});
		}});
		players.set(address, player);
		return player;
	}

	return {
		show(tiles, isPaused) {
			const addresses = new Set(tiles.map(({address}) => address));
			for (const [address, player] of players) {
				if (addresses.has(address)) {
					continue;
				}

				players.delete(address);
				void player.close();
			}

			for (const tile of tiles) {
				(players.get(tile.address) ?? open(tile)).show(tile.view);
			}

			clearInterval(beat);
			beat = tiles.length === 0 || isPaused
				? undefined
				: setInterval(() => {
					void look();
				}, 1000 / Math.min(tileFps, wallFps / tiles.length));
		},
		paintAgain(drawn) {
			const rooms = new Map(drawn.map(({address, view}) => [address, view]));
			for (const [address, player] of players) {
				player.paintAgain(rooms.get(address));
			}
		},
		expectRedraw() {
			for (const player of players.values()) {
				player.expectRedraw();
			}
		},
		async close() {
			clearInterval(beat);
			const closing = players.values().toArray();
			players.clear();
			await Promise.all(closing.map(async player => player.close()));
		},
	};
}
