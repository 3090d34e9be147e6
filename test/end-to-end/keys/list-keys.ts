import test from 'ava';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {facetsScene, hitsScene, sessionsScene} from '../../helpers/keys/list-scenes.ts';
import {dialogScene, helpScene, inputScene} from '../../helpers/keys/overlay-scenes.ts';
import {playScene} from '../../helpers/keys/play-scene.ts';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	const home = importFixtures();
	for (const scene of [sessionsScene(home), facetsScene, hitsScene(home), inputScene, helpScene({columns}), dialogScene]) {
		test.serial(`each key of \`${scene.context}\` does what the table says, at ${columns}×${rows}`, playScene, scene, {home, columns, rows});
	}
}
