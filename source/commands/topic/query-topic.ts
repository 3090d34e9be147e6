import {fieldTable, wordTable} from '../../store/query/field-table.ts';
import type {Topic} from './topic.ts';

export const queryTopic: Topic = {
	name: 'query',
	title: 'What to write to find sessions and moments: in the console, ls, search and stats',
	parts: [
		{type: 'rows', rows: [
			['nginx', 'a word, or the start of one, on the screen; or part of a name'],
			['"test failed"', 'these words in this order, as written'],
			['*ermis*', 'anywhere in a word: * is any characters, ? is one'],
			['/fail(ed|ure)/i', 'a regular expression; with i in any letter case'],
			['~resart', 'similar words: one letter off up to seven letters, else two'],
			['seen:nginx', 'on the screen only; typed: in what was typed'],
			['cmd:rm', 'that program was run; cmd:"rm -rf" with these words'],
			['file:w:/etc/', 'a file below was changed; r: read; without either, any'],
			['net:10.0.0.0/8:443', 'that network and port; also a name, an address, :443'],
			['as:root', 'a command ran as that user, by name or number'],
			['user:alice', 'that login name; host: rec: and tag: likewise'],
			['user:(alice,bob)', 'one of these'],
			['since:yesterday', 'still running then or started since; until: started before'],
			['when:9:00..10:30', 'running at some time of a span: A..B, A.. or ..B'],
			['duration:>10m', 'longer than that; also <, >=, <= and 5m..1h'],
			['exit:>0', 'did not end well; also 1..2 and signals: TERM is 143'],
			['has:gap', 'a property, see below'],
			['A B', 'both; also A and B'],
			['A or B', 'one of them; also A | B'],
			['not A', 'the others; also !A; parentheses group'],
		]},
		{type: 'text', text: 'Letter case and accents do not matter, but in a regular expression. Nothing written means every session. cmd:, file:, net: and as: ask audit events; where the list says (no audit) there are none. Quotes, or a backslash before the sign, take signs as written.'},
		{type: 'rows', title: 'Fields', rows: fieldTable.map(({name, help}) => [`${name}:`, help] as const)},
		{type: 'rows', title: 'Words of has:', rows: wordTable.map(({name, help}) => [name, help] as const)},
		{type: 'text', text: 'Times: now, today, yesterday, monday to sunday, last week, last month, 2h (ago), 14:00, 2026-11-23, 11-23, 23 nov, 2026-11-23T14:00Z, @1795427902 (epoch seconds), yesterday 14:00..15:00. Units are ms s m h d w.'},
		{type: 'examples', lines: [
			'scribery \'user:alice since:yesterday\'',
			'scribery ls \'host:web* not user:(deploy,ansible)\'',
			'scribery search \'file:w:/etc/sudoers or cmd:visudo\'',
			'scribery search \'seen:"permission denied" when:yesterday 14:00..15:00\'',
		]},
	],
};
