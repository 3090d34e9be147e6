import test from 'ava';
import {liveScenes, sizes} from '../../helpers/keys/all-scenes.ts';
import {recordShells} from '../../helpers/keys/live-scene.ts';
import {playScene} from '../../helpers/keys/play-scene.ts';
import {makeHome} from '../../helpers/run-scribery.ts';

const home = makeHome();

let recorders: Awaited<ReturnType<typeof recordShells>> = [];

test.before(async () => {
	recorders = await recordShells(home);
});

test.after.always(() => {
	for (const recorder of recorders) {
		recorder.close();
	}
});

for (const [columns, rows] of sizes) {
	for (const [index, scene] of liveScenes.entries()) {
		test.serial(`each key of \`${scene.context}\` on what runs does what the table says, at ${columns}×${rows} (${index + 1})`, playScene, scene, {home, columns, rows});
	}
}
