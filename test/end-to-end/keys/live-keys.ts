import test from 'ava';
import {liveScene, recordShells} from '../../helpers/keys/live-scene.ts';
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

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`each key of \`live\` does what the table says, at ${columns}×${rows}`, playScene, liveScene, {home, columns, rows});
}
