import fc from 'fast-check';
import test from 'ava';
import {findAction, keyOf} from '../../source/keys/find-action.ts';
import {KeyMapError} from '../../source/keys/key-map-error.ts';
import {keyContexts, keyTable} from '../../source/keys/key-table.ts';
import {parseKeyMap} from '../../source/keys/parse-key-map.ts';
import {printKeyMap} from '../../source/keys/print-key-map.ts';
import {checkProperty} from '../helpers/check-property.ts';

test('keys of a file take the place of the table\'s, in the context named and no other', t => {
	const table = parseKeyMap('{"player": {"app.help": ["ctrl-g", "F"], "follow.toggle": ["?"]}}', 'keys.json');
	t.is(findAction(['player'], 'ctrl-g', table), 'app.help');
	t.is(findAction(['player'], '?', table), 'follow.toggle');
	t.is(findAction(['sessions'], '?', table), 'app.help');
	t.is(findAction(['sessions'], 'F', table), 'follow.toggle');
	t.is(keyOf('app.help', table, ['player']), 'ctrl-g');
	t.is(keyOf('app.help', table, ['sessions']), '?');
});

test('a file may free a key and give it to another action', t => {
	const table = parseKeyMap('{"player": {"play.toggle": ["space"], "step.back": ["p"]}}', 'keys.json');
	t.is(findAction(['player'], 'p', table), 'step.back');
	t.is(findAction(['player'], ',', table), undefined);
});

test('an empty file changes nothing', t => {
	t.deepEqual(parseKeyMap(' {\n} ', 'keys.json'), keyTable);
});

const refused: ReadonlyArray<readonly [title: string, text: string, message: string]> = [
	['an unknown context', '{\n"players": {}, "player": {}}', 'keys.json:2: no context "players" (known: '],
	['an unknown action', '{"player": {\n\n"play.togle": ["p"]}}', 'keys.json:3: no action "play.togle" (scribery keys --print lists them)'],
	['an action of another context', '{"player": {"mark.all": ["p"]}}', 'keys.json:1: "mark.all" does not work in "player", only in '],
	['an unknown key', '{"player": {"play.toggle":\n ["space",\n "spce"]}}', 'keys.json:3: no key "spce", expected one character, a name such as space'],
	['two characters', '{"player": {"play.toggle": ["ab"]}}', 'keys.json:1: no key "ab"'],
	['a control letter that is another key', '{"player": {"play.toggle": ["ctrl-m"]}}', 'keys.json:1: no key "ctrl-m"'],
	['a key that another action has', '{"player": {\n"play.toggle": ["q"]}}', 'keys.json:2: "q" is app.back in "player" already'],
	['a key given twice', '{"player": {"play.toggle": ["P"],\n"step.back": ["P"]}}', 'keys.json:1: "P" is step.back in "player" already'],
	['a key that stands twice', '{"player": {"play.toggle": ["P", "P"]}}', 'keys.json:1: "P" stands twice'],
	['an action that stands twice', '{"player": {"play.toggle": ["P"],\n"play.toggle": ["W"]}}', 'keys.json:2: "play.toggle" stands twice under "player", first in line 1'],
	['no key', '{"player": {"play.toggle": []}}', 'keys.json:1: "play.toggle" has no key, expected at least one'],
	['text as a key in a text field', '{"input": {"input.accept": ["x"]}}', 'keys.json:1: "x" is text in a text field and cannot be a key there'],
	['digits that type a time', '{"player": {"seek.tenth": ["w"]}}', 'keys.json:1: the keys of "seek.tenth" cannot be changed'],
	['no JSON', '{"player": {"play.toggle": [space]}}', 'keys.json:1: expected a key in double quotes, found space'],
	['an unclosed text', '{"player": {"play', 'keys.json:1: a quoted text without its end'],
	['an end too soon', '{"player": {"play.toggle": ["P"]', 'keys.json:1: expected ,, found the end'],
	['more behind the end', '{}\n{}', 'keys.json:2: expected the end, found {'],
	['a wrong escape', String.raw`{"pl\qayer": {}}`, String.raw`keys.json:1: "pl\qayer" is not a JSON text`],
	['another shape', '["player"]', 'keys.json:1: expected {, found ['],
	['nothing', '', 'keys.json:1: expected {, found the end'],
];

for (const [title, text, message] of refused) {
	test(`a whole file is refused, with file and line, for ${title}`, t => {
		const error = t.throws(() => parseKeyMap(text, 'keys.json'), {instanceOf: KeyMapError});
		t.true(error.message.startsWith(message), error.message);
	});
}

test('a printed table is read back as it was', t => {
	checkProperty(t, fc.property(fc.constantFrom(...keyContexts), fc.constantFrom('ctrl-g', 'ctrl-t', 'ctrl-o'), (context, key) => {
		const text = `{"${context}": {"app.redraw": ["${key}"]}}`;
		const table = parseKeyMap(text, 'keys.json');
		const again = parseKeyMap(printKeyMap(table), 'keys.json');
		for (const each of keyContexts) {
			t.is(findAction([each], key, again), findAction([each], key, table));
			for (const {keys} of keyTable) {
				t.deepEqual(keys.map(own => findAction([each], own, again)), keys.map(own => findAction([each], own, table)));
			}
		}
	}));
});
