import {copyText} from './copy-text.ts';
import type {Effect} from './effect.ts';
import {runFacetsEffect} from './facets/facets-effects.ts';
import {createHitsEffects} from './hits/hits-effects.ts';
import type {Host} from './host.ts';
import {createJobEffects} from './jobs/job-effects.ts';
import type {Loop} from './loop.ts';
import {runNoteEffect} from './notes/note-effects.ts';
import {mouseOff, mouseOn} from './mouse/mouse-mode.ts';
import {runPageEffect} from './page/page-effects.ts';
import {runPaletteEffect} from './palette/palette-effects.ts';
import {createPlayerEffects} from './player/player-effects.ts';
import type {Ports} from './ports.ts';
import {runSessionsEffect} from './sessions/sessions-effects.ts';
import type {State} from './state.ts';
import {createTimers} from './timers.ts';
import {createTurns} from './turns.ts';
import {runViewsEffect} from './views/views-effects.ts';
import {createWallEffects} from './wall/wall-effects.ts';

export type Effects = {
	readonly run: (effect: Effect) => void;
	/** After each frame of Ink, with the state it was drawn from: what Ink has drawn over must be painted again. */
	readonly paintAgain: (drawn: State) => void;
	/** Before all is drawn anew: what stands on the terminal is unknown. */
	readonly expectRedraw: () => void;
	readonly close: () => Promise<void>;
};

/** Does what `update` asks for. Every answer is an action; an error is one too. */
export function createEffects(ports: Ports, host: Host, dispatch: Loop['dispatch']): Effects {
	const timers = createTimers(dispatch, ports.clock);
	const jobs = createJobEffects(ports, dispatch);
	const player = createPlayerEffects(ports, dispatch);
	const hits = createHitsEffects(ports, dispatch);
	const lists = createTurns();
	const counts = createTurns();
	const wall = createWallEffects(ports, dispatch);

	function run(effect: Effect): void {
		switch (effect.type) {
			case 'after': {
				timers.start(effect.name, effect.delayMs, effect.action);
				return;
			}

			case 'forget': {
				timers.stop(effect.name);
				return;
			}

			case 'tick': {
				timers.tick(effect.delayMs);
				return;
			}

			case 'copy': {
				dispatch({type: 'noticed', text: copyText(effect, ports), isError: false});
				return;
			}

			case 'redraw': {
				host.redraw();
				return;
			}

			case 'suspend': {
				host.suspend();
				return;
			}

			case 'exit': {
				host.exit(effect.code);
				return;
			}

			case 'catchUp':
			case 'startJob':
			case 'cancelJob': {
				jobs.run(effect);
				return;
			}

			case 'setMouse': {
				ports.stdout.write(effect.isOn ? mouseOn : mouseOff);
				return;
			}

			case 'readLog':
			case 'readUnrecorded':
			case 'writeText': {
				void guard(runPageEffect(effect, ports, dispatch));
				return;
			}

			case 'addNotes': {
				void guard(runNoteEffect(effect, ports, dispatch));
				return;
			}

			case 'find':
			case 'openStore': {
				void guard(runPaletteEffect(effect, ports, dispatch));
				return;
			}

			case 'list':
			case 'check':
			case 'rank':
			case 'readMarks':
			case 'readNames':
			case 'countWithout': {
				void guard(runSessionsEffect(effect, {ports, signal: effect.type === 'list' || effect.type === 'countWithout' ? lists.begin() : undefined}, dispatch));
				return;
			}

			case 'findHits':
			case 'stopHits':
			case 'loadHits':
			case 'readHitScreen':
			case 'closeHitScreen': {
				hits.run(effect);
				return;
			}

			case 'countFacets': {
				void guard(runFacetsEffect(effect, {ports, signal: counts.begin()}, dispatch));
				return;
			}

			case 'stopFacets': {
				counts.end();
				return;
			}

			case 'saveView': {
				runViewsEffect(effect, ports, dispatch);
				return;
			}

			case 'listRunning':
			case 'countRunning':
			case 'showTiles': {
				void guard(wall.run(effect));
				return;
			}

			default: {
				player.run(effect);
			}
		}
	}

	/** Effects answer errors that may happen with an action; any other is our fault. */
	async function guard(work: Promise<void>): Promise<void> {
		try {
			await work;
		} catch (error) {
			host.crash(error);
		}
	}

	return {
		run,
		expectRedraw() {
			player.expectRedraw();
			wall.expectRedraw();
		},
		paintAgain(drawn) {
			player.paintAgain(drawn);
			wall.paintAgain(drawn);
		},
		async close() {
			timers.close();
			lists.end();
			counts.end();
			await Promise.all([jobs.close(), player.close(), hits.close(), wall.close()]);
		},
	};
}
