import test from 'ava';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {digitsScene, panelScene, playerScene, selectScene} from '../../helpers/keys/player-scenes.ts';
import {eventScene, largeScene, importLarge, typedScene} from '../../helpers/keys/recorded-scenes.ts';
import {playScene} from '../../helpers/keys/play-scene.ts';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	const home = importFixtures();
	const large = importLarge();
	for (const [index, scene] of [playerScene, digitsScene, panelScene, selectScene, typedScene].entries()) {
		test.serial(`each key of \`${scene.context}\` does what the table says, at ${columns}×${rows} (${index + 1})`, playScene, scene, {home, columns, rows});
	}

	for (const scene of [largeScene, eventScene]) {
		test.serial(`each key of \`${scene.context}\` that needs a large recording does what the table says, at ${columns}×${rows}`, playScene, scene, {home: large, columns, rows});
	}
}
