import test from 'ava';
import {keyContexts} from '../../../source/keys/key-table.ts';
import {facetsScene, hitsScene, sessionsScene} from '../../helpers/keys/list-scenes.ts';
import {liveScene} from '../../helpers/keys/live-scene.ts';
import {dialogScene, helpScene, inputScene} from '../../helpers/keys/overlay-scenes.ts';
import {compareWithTable} from '../../helpers/keys/play-scene.ts';
import {digitsScene, panelScene, playerScene, selectScene} from '../../helpers/keys/player-scenes.ts';
import {eventScene, largeScene, typedScene} from '../../helpers/keys/recorded-scenes.ts';

const scenes = [sessionsScene(''), facetsScene, hitsScene(''), liveScene, playerScene, largeScene, typedScene, digitsScene, panelScene, selectScene, eventScene, helpScene({columns: 80}), inputScene, dialogScene];

for (const context of keyContexts) {
	test(`each row of the key table that works in \`${context}\` is pressed in a real terminal`, t => {
		t.deepEqual(compareWithTable(context, scenes), {untested: [], unknown: []});
	});
}
