import test from 'ava';
import {compareWithTable, nameOf} from '../../helpers/keys/play-scene.ts';
import {listPlaces} from '../../helpers/keys/places.ts';
import {scenesOf} from '../../helpers/keys/all-scenes.ts';

const places = listPlaces();
const scenes = scenesOf({columns: 80, home: ''});

for (const {name, contexts} of places) {
	test(`each row of the key table that works in the place \`${name}\` is pressed in a real terminal`, t => {
		t.deepEqual(compareWithTable(name, contexts, scenes), {untested: [], unknown: []});
	});
}

test('each scene is of a place that the console has', t => {
	t.deepEqual(scenes.map(scene => nameOf(scene)).filter(name => places.every(place => place.name !== name)), []);
});
