import {systemClock} from '../../source/clock.ts';
import {createWork} from '../../source/commands/create-work.ts';
import type {Action} from '../../source/console/action.ts';
import {createEffects} from '../../source/console/effects.ts';
import type {Effects} from '../../source/console/effects.ts';
import {createLoop} from '../../source/console/loop.ts';
import type {Loop} from '../../source/console/loop.ts';
import {layOutPlayer} from '../../source/console/player/player-layout.ts';
import type {Ports} from '../../source/console/ports.ts';
import type {Settings, State} from '../../source/console/state.ts';
import {indexSession} from '../../source/index/index-session.ts';
import type {Session, Store} from '../../source/store/store.ts';
import {drawState} from './draw.ts';
import {openFixture} from './fixture-store.ts';
import {makeState} from './make-state.ts';
import {Viewer} from './viewer.ts';
import type {ViewedCell} from './viewer.ts';

type Options = {
	readonly size?: State['size'];
	readonly settings?: Partial<Settings>;
	readonly host?: string;
	readonly now?: number;
	/** Why nobody can be written into the access log. */
	readonly accessProblem?: string;
};

const slowestMs = 20_000;

/**
A recording of `fixtures/recordings` in the player: the console's real loop and effects on a real store, the pane painted on a terminal of ours.

Only Ink is left out; the frame is drawn from the state when it is asked for. Waiting is for what the state says, never for a time.
*/
export class PlayedFixture {
	readonly loop: Loop;
	readonly session: Session;
	readonly store: Store;
	readonly access: string[] = [];
	readonly ports: Ports;
	/** All that the pane has written. */
	painted = '';
	#viewer: Viewer;
	readonly #effects: Effects;
	readonly #watchers = new Set<() => void>();

	constructor(store: Store, session: Session, {size = {columns: 80, rows: 24}, settings, now, accessProblem}: Options) {
		this.store = store;
		this.session = session;
		this.#viewer = new Viewer(size.columns, size.rows);
		const initial = makeState({size, screen: 'sessions', ...(now !== undefined && {now})});
		this.loop = createLoop({...initial, settings: {...initial.settings, theme: 'mono', timeZone: '+01:00', ...settings}}, effect => {
			this.#effects.run(effect);
			this.#notify();
		});
		this.ports = this.#makePorts(accessProblem);
		this.#effects = createEffects(this.ports, {
			redraw: () => undefined,
			suspend: () => undefined,
			exit: () => undefined,
			crash(error) {
				throw error;
			},
		}, action => {
			this.dispatch(action);
		});
		// As Ink does after each of its frames.
		this.loop.subscribe(() => {
			this.#effects.paintAgain(this.loop.getDrawn());
		});
	}

	get state(): State {
		return this.loop.getState();
	}

	get player(): NonNullable<State['player']> {
		const {player} = this.state;
		if (player === undefined) {
			throw new Error('The player is not on the screen.');
		}

		return player;
	}

	dispatch(action: Action): void {
		this.loop.dispatch(action);
		this.#notify();
	}

	press(...keys: readonly string[]): this {
		for (const key of keys) {
			this.dispatch({type: 'pressed', press: {key, text: key}});
		}

		return this;
	}

	resize(size: State['size']): void {
		this.#viewer = new Viewer(size.columns, size.rows);
		this.dispatch({type: 'resized', size});
	}

	/** Resolves once the state is as asked; after 20 s it fails with the screen in the message. */
	async until(isReached: (player: NonNullable<State['player']>) => boolean, purpose: string): Promise<this> {
		const {promise, resolve} = Promise.withResolvers<boolean>();
		const check = (): void => {
			if (this.state.player !== undefined && isReached(this.player)) {
				resolve(true);
			}
		};

		const limit = setTimeout(resolve, slowestMs, false);
		this.#watchers.add(check);
		check();
		const isDone = await promise;
		clearTimeout(limit);
		this.#watchers.delete(check);
		if (!isDone) {
			throw new Error(`Waited 20 s ${purpose}. The screen was:\n${await this.readScreen()}`);
		}

		return this;
	}

	/** Press keys and wait until what they asked for is on the screen. */
	async seek(...keys: readonly string[]): Promise<this> {
		this.press(...keys);
		return this.until(({targetMs, digits}) => targetMs === undefined && digits === undefined, `after ${keys.join(' ')}`);
	}

	/** The whole terminal: Ink's frame, and the pane painted over it. */
	async readScreen(): Promise<string> {
		const frame = await drawState(this.state);
		this.#viewer.write(`\u{1B}[0m\u{1B}[H\u{1B}[2J${frame.trimEnd().replaceAll('\n', '\r\n')}`);
		this.#effects.expectRedraw();
		this.#effects.paintAgain(this.state);
		return `${this.#viewer.readLines().map(line => line.trimEnd()).join('\n').trimEnd()}\n`;
	}

	/** The recorded screen as the pane shows it, without drawing anything anew. */
	readPane(): readonly string[] {
		const {top, rows} = layOutPlayer(this.state.size, this.player).pane;
		return this.#viewer.readLines().slice(top, top + rows).map(line => line.trimEnd());
	}

	/** The same with the looks of all cells. */
	readCells(): ReadonlyArray<ReadonlyMap<number, ViewedCell>> {
		const {top, rows} = layOutPlayer(this.state.size, this.player).pane;
		return Array.from({length: rows}, (_, row) => this.#viewer.readCells(top + row));
	}

	async close(): Promise<void> {
		await this.#effects.close();
		await this.store.close();
	}

	readonly #show = (text: string): void => {
		this.painted += text;
		this.#viewer.write(text);
	};

	#notify(): void {
		for (const watcher of this.#watchers) {
			watcher();
		}
	}

	#makePorts(accessProblem: string | undefined): Ports {
		return {
			clock: systemClock,
			environment: {TERM: 'xterm-256color', COLORTERM: 'truecolor'},
			fps: undefined,
			isReader: false,
			clipboardLimit: 6000,
			who: 'dora',
			work: createWork({clock: systemClock, indexWorker: new URL('../../source/index/worker.js', import.meta.url)}),
			stdout: {writableNeedDrain: false, write: this.#show, once: () => undefined} as unknown as NodeJS.WriteStream, // All that the pane and the clipboard use.
			getStore: async () => this.store,
			async changeStore() {
				throw new Error('There is one store only.');
			},
			recordAccess: async (action, what) => {
				if (accessProblem !== undefined) {
					throw new Error(accessProblem);
				}

				this.access.push(`${action} ${what}`);
			},
		};
	}
}

/** Index a fixture and open it in the player, playing from its start. */
export async function playFixture(name: string, options: Options = {}): Promise<PlayedFixture> {
	const {store, session} = await openFixture(name, options.host);
	await indexSession(store, session);
	const indexed = await store.getSession(session);
	const played = new PlayedFixture(store, indexed ?? session, options);
	played.dispatch({type: 'found', session: played.session, positionMs: 0});
	return played.until(({stage}) => stage !== 'opening', 'for the recording to open');
}
