import test from 'ava';
import {dialogScenes, sizes} from '../../helpers/keys/all-scenes.ts';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {saveViews} from '../../helpers/keys/menu-scenes.ts';
import {fillLog} from '../../helpers/keys/page-scene.ts';
import {nameOf, playScene} from '../../helpers/keys/play-scene.ts';

const home = importFixtures();
saveViews(home);
await fillLog(home);

for (const [columns, rows] of sizes) {
	for (const scene of dialogScenes({home, columns})) {
		test.serial(`each key of the place \`${nameOf(scene)}\` does what the table says, at ${columns}×${rows}`, playScene, scene, {home, columns, rows});
	}
}
