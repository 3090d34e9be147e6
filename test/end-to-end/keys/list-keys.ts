import test from 'ava';
import {listScenes, sizes} from '../../helpers/keys/all-scenes.ts';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {playScene} from '../../helpers/keys/play-scene.ts';

for (const [columns, rows] of sizes) {
	const home = importFixtures();
	for (const scene of listScenes({home, columns})) {
		test.serial(`each key of \`${scene.context}\` does what the table says, at ${columns}×${rows}`, playScene, scene, {home, columns, rows});
	}
}
