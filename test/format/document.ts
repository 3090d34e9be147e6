import {readFileSync} from 'node:fs';
import test from 'ava';
import {parseAsciicastHeader} from '../../source/format/asciicast/parse-asciicast.ts';
import {createEncoder} from '../../source/format/recording/encode.ts';
import {parseMessage} from '../../source/format/recording/parse-message.ts';

const document = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');
const examples = document.matchAll(/^```json\n(?<line>.+)\n```$/gmv).map(({groups}) => groups?.line ?? '').toArray();
const messages = examples.filter(line => line.includes('"ver"'));

test('each example of docs/format.md can be read', t => {
	t.deepEqual(messages.map(line => parseMessage(line).id), [1, 2, 3, 17]);
	t.is(parseAsciicastHeader(examples.at(-1) ?? '').columns, 80);
	t.is(messages.length + 1, examples.length);
});

test('the examples that docs/format.md calls ours are written byte for byte so', t => {
	const messagesOfOurs = messages.slice(0, 3).map(line => parseMessage(line));
	const [first] = messagesOfOurs;
	const header = {host: 'web1', rec: '39d0c-1c81a-5f2', user: 'alice', term: 'xterm-256color', session: 69};
	const encoder = createEncoder({header, startedAt: first?.at});
	for (const packet of first?.packets ?? []) {
		encoder.push(packet);
	}

	t.deepEqual(encoder.end().map(({text}) => text), messages.slice(0, 1));
});
