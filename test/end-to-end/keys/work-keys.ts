import test from 'ava';
import {sizes, workScenes} from '../../helpers/keys/all-scenes.ts';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {nameOf, playScene} from '../../helpers/keys/play-scene.ts';

for (const [columns, rows] of sizes) {
	const home = importFixtures();
	for (const scene of workScenes({home, columns})) {
		test.serial(`each key of the place \`${nameOf(scene)}\` does what the table says, at ${columns}×${rows}`, playScene, scene, {home, columns, rows});
	}
}
