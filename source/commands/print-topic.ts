import {nameKey} from '../keys/key-name.ts';
import {keyTable} from '../keys/key-table.ts';
import type {KeyContext, KeyRow} from '../keys/key-table.ts';
import {UserError} from '../user-error.ts';

const query = `Which sessions: the words of \`scribery\`, \`scribery ls\` and the console's filter

  alice               a user's or host's name contains it
  user:alice          that login name; host: and rec: likewise
  user:(alice,bob)    one of these
  host:web*           * is any run of characters, ? is one
  host:"web*"         in quotes everything is meant as written
  since:yesterday     still running then or started since; until: started before
  when:9:00..10:30    running at some time of a span: A..B, A.. or ..B
  A B                 both; also \`A and B\`
  A or B              one of them; also \`A | B\`
  not A               the others; also \`!A\`; parentheses group

Letter case and accents do not matter; nothing written means every session.
Times  now today yesterday monday … sunday, last week, last month, 2h (ago),
       14:00, 2026-11-23, 11-23, 23 nov, 2026-11-23T14:00Z,
       yesterday 14:00..15:00

  $ scribery 'user:alice since:yesterday'
  $ scribery ls 'host:web* not user:(deploy,ansible)'
`;

const address = `Where a recording is, and what time of it: HOST/REC[@POSITION]

  web1/39d-1c81a            the recording as \`scribery ls\` shows it
  39d-1c81a                 the same, when no other host has one of that name
  web1/BOOT-39d-1c81a       whole, with the boot id, as --json and pipes do
  web1/39d-1c81a@12:04      12 minutes and 4 seconds after its start
  web1/39d-1c81a@1:02:30.5  with hours, and parts of a second
  web1/39d-1c81a@90         seconds
  web1/39d-1c81a@end        its end

Signs that a shell or a URL would read are percent-encoded.
The host - is the unknown one.

  $ scribery show web1/39d-1c81a@12:04
  $ scribery play web1/39d-1c81a --at 90
`;

const exit = `What the exit code says

    0  done
    1  nothing matched
    2  wrong usage or query, or a file that cannot be read
    3  the store or the access log failed
    4  denied
    5  something is not as it was recorded, or lines were refused
   70  our fault: please report it
  130  Ctrl-C

\`scribery rec\` ends as the recorded command does.
`;

const topics: Readonly<Record<string, () => string>> = {query: () => query, keys: printKeys, address: () => address, exit: () => exit};

/**
The page of a topic: what more than one command needs.

@param topic - as typed after `scribery help`.
@throws {UserError} when there is no such page.
*/
export function printTopic(topic: string): string {
	const print = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
	if (print === undefined) {
		throw new UserError(`help: no page "${topic}" (known: ${Object.keys(topics).join(', ')}; of a command: scribery COMMAND --help)`);
	}

	return print();
}

const pages: ReadonlyArray<readonly [context: KeyContext, title: string]> = [['sessions', 'In the list'], ['player', 'In the player']];

/** The two screens people work in; the rest is said on the screen itself. */
function printKeys(): string {
	const table: readonly KeyRow[] = keyTable;
	const parts = pages.map(([context, title]) => {
		const shown = table.filter(row => row.contexts.includes(context)).map(row => ({keys: row.keys.length > 9 ? `${row.keys[0]} … ${row.keys.at(-1)}` : row.keys.map(key => nameKey(key)).join(' '), help: row.help}));
		const width = Math.max(...shown.map(({keys}) => keys.length));
		return [title, ...shown.map(({keys, help}) => `  ${keys.padEnd(width)}  ${help}`)].join('\n');
	});
	return `${parts.join('\n\n')}\n`;
}
