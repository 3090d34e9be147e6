import test from 'ava';
import {largeScenes, playerScenes, sizes} from '../../helpers/keys/all-scenes.ts';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {importLarge} from '../../helpers/keys/recorded-scenes.ts';
import {playScene} from '../../helpers/keys/play-scene.ts';

for (const [columns, rows] of sizes) {
	const home = importFixtures();
	const large = importLarge();
	for (const [index, scene] of playerScenes.entries()) {
		test.serial(`each key of \`${scene.context}\` does what the table says, at ${columns}×${rows} (${index + 1})`, playScene, scene, {home, columns, rows});
	}

	for (const scene of largeScenes) {
		test.serial(`each key of \`${scene.context}\` that needs a large recording does what the table says, at ${columns}×${rows}`, playScene, scene, {home: large, columns, rows});
	}
}
