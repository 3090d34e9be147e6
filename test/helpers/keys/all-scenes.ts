import {askScenes} from './ask-scenes.ts';
import type {Scene} from './key-case.ts';
import {facetsScene, hitsScene, sessionsScene} from './list-scenes.ts';
import {behindScene, edgeScene, liveScene} from './live-scene.ts';
import {findScene, menuScene} from './menu-scenes.ts';
import {helpScene, inputScene} from './overlay-scenes.ts';
import {pageScene} from './page-scene.ts';
import {playerAskScenes} from './player-ask-scenes.ts';
import {digitsScene, panelScene, playerScene, selectScene} from './player-scenes.ts';
import {auditScene, eventScene, largeScene, typedScene} from './recorded-scenes.ts';
import {jobsScene, leaveScene, storeFailedScene} from './work-scenes.ts';

/** Both sizes that everything must work at: columns and rows. */
export const sizes = [[80, 24], [120, 40]] as const;

type Stage = {readonly home: string; readonly columns: number};

export const listScenes = ({home, columns}: Stage): readonly Scene[] => [sessionsScene(home), facetsScene, hitsScene(home), inputScene, helpScene({columns})];

export const playerScenes: readonly Scene[] = [playerScene, digitsScene, panelScene, selectScene, typedScene];

/** On a recording larger than the terminal. */
export const largeScenes: readonly Scene[] = [largeScene, eventScene];

/** On sessions that run. */
export const liveScenes: readonly Scene[] = [liveScene, edgeScene, behindScene];

export const dialogScenes = ({columns}: Stage): readonly Scene[] => [...askScenes, ...playerAskScenes, menuScene, findScene({columns}), pageScene];

/** While work runs, and while the store is away. */
export const workScenes = ({home}: Stage): readonly Scene[] => [jobsScene(), leaveScene(), storeFailedScene(home)];

/** All that the tests of this folder play, at each size. */
export function scenesOf(stage: Stage): readonly Scene[] {
	return [...listScenes(stage), ...playerScenes, ...largeScenes, auditScene, ...liveScenes, ...dialogScenes(stage), ...workScenes(stage)];
}
