import test from 'ava';
import {importAudited} from '../../helpers/audited-fixture.ts';
import {largeScenes, playerScenes, sizes} from '../../helpers/keys/all-scenes.ts';
import {importFixtures} from '../../helpers/keys/import-fixtures.ts';
import {auditScene, importLarge} from '../../helpers/keys/recorded-scenes.ts';
import {playScene} from '../../helpers/keys/play-scene.ts';

for (const [columns, rows] of sizes) {
	const home = importFixtures();
	const large = importLarge();
	for (const [index, scene] of playerScenes.entries()) {
		test.serial(`each key of \`${scene.context}\` does what the table says, at ${columns}×${rows} (${index + 1})`, playScene, scene, {home, columns, rows});
	}

	test.serial(`each key of \`player\` that needs audit events does what the table says, at ${columns}×${rows}`, playScene, auditScene, {home: importAudited(), columns, rows});

	for (const scene of largeScenes) {
		test.serial(`each key of \`${scene.context}\` that needs a large recording does what the table says, at ${columns}×${rows}`, playScene, scene, {home: large, columns, rows});
	}
}
