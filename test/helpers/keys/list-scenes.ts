import {importing} from './import-fixtures.ts';
import type {RowCase, Scene} from './key-case.ts';
import {all, chooses, choosesOneOf, goesBackBy, goesBy, openRecording, movesBy, no, toggles} from './marks.ts';

/** The sessions of the fixtures that `importFixtures` has, the newest first. */
const names = ['carol +bastion1', 'frank +db1', 'ansible +db2', 'ansible +web3', 'mallory', 'deploy +web2', 'deploy +web1', 'bob +db1 .* 4K', 'erin +web1', 'deploy +db2', 'carol +db2', 'carol +web2', 'erin +bastion1', 'bob +db2', 'carol +web1', 'bob +db1 .* 3K', 'alice +web2', 'alice +web1', 'frank +web3', 'frank +db2'];
const first = chooses(/carol +bastion1/v);
const last = chooses(/frank +db2/v);
/** Two of the fixtures are brought in while the keys are tried. */
export const everything = /(?<!of )(?:18|19|20) sessions/v;
const searched = /(?:18|19|20) of (?:18|19|20) sessions searched/v;
const facets = /USER +\(\d+\)/v;

/** What means the same on every list. */
const lists = {
	'app.command': {shows: 'sort FIELD', after: ['esc']},
	'app.plain': {shows: no('? help'), after: ['x']},
	'app.mouse': {shows: 'Mouse on', after: ['f2']},
	'filter.edit': {shows: 'Esc as before', after: ['esc']},
	'view.menu': {shows: 'Saved views', after: ['esc']},
} satisfies Readonly<Record<string, RowCase>>;

const aboutSessions = {
	'focus.next': {shows: facets, after: ['f']},
	'focus.prev': {shows: facets, after: ['f']},
	'facets.toggle': {shows: facets, after: ['f']},
	'info.open': {shows: '[info]', after: ['I']},
	'export.open': {shows: '┌ Export', after: ['esc']},
	'tag.edit': {shows: /┌ Tag/v, after: ['esc']},
	'note.edit': {shows: /┌ Note/v, after: ['esc']},
	'copy.text': {shows: 'Copied the row'},
} satisfies Readonly<Record<string, RowCase>>;

export const sessionsScene = (home: string): Scene => ({
	context: 'sessions',
	argv: [],
	home: all(everything, '[1 Sessions]', 'START ▾', first, no('? find'), no('┌'), no(facets)),
	rows: {
		...lists,
		...aboutSessions,
		'app.help': {shows: 'Help: Sessions', after: ['q']},
		'app.cancel': {before: ['!'], from: /1 of \d+ sessions/v, shows: everything, after: ['g']},
		'app.last': {before: ['2', '1'], from: '[1 Sessions]', shows: '[2 Hits', after: ['1']},
		'tab.sessions': {before: ['2'], from: '[2 Hits', shows: '[1 Sessions]'},
		'tab.hits': {shows: '[2 Hits', after: ['1']},
		'tab.live': {shows: '[3 Live', after: ['1']},
		'time.style': {shows: /▸ +\d+[dhm]\d* /v, after: ['a']},
		'data.refresh': {meanwhile: importing(home, 'web1-alice-nginx.jsonl'), from: / {2}1 new, /v, shows: no(/ {2}1 new, /v)},
		'move.down': {shows: movesBy(1), after: ['g']},
		'move.up': {before: ['G'], from: last, shows: movesBy(-1), after: ['g']},
		'move.first': {before: ['G'], from: last, shows: first},
		'move.last': {shows: last, after: ['g']},
		'move.halfDown': {shows: choosesOneOf(names, 5, 13), after: ['g']},
		'move.halfUp': {before: ['G'], from: last, shows: choosesOneOf(names, 6, 14), after: ['g']},
		'move.pageDown': {shows: choosesOneOf(names, 14, 19), after: ['g']},
		'move.pageUp': {before: ['G', 'k'], from: chooses(/frank +web3/v), shows: choosesOneOf(names, 0, 5), after: ['G', 'g']},
		'group.next': {shows: chooses(/mallory/v), after: ['g']},
		'group.prev': {before: ['G'], from: last, shows: chooses(/alice +web1/v), after: ['g']},
		'filter.problems': {shows: all('/ has:gap', /1 of \d+ sessions/v), after: ['!', {see: everything}, 'g']},
		'preview.toggle': {shows: toggles(/Last screen/v), after: ['p']},
		'follow.toggle': {shows: 'following', after: ['F']},
		open: {shows: openRecording, after: ['q']},
		'mark.toggle': {shows: '1 marked', after: ['esc', 'g']},
		'mark.all': {shows: /(?:18|19|20) marked/v, after: ['*']},
		'sort.start': {shows: 'START ▴', after: ['S']},
		'sort.length': {shows: 'LENGTH ▾', after: ['S']},
		'sort.user': {shows: /USER [▴▾]/v, after: ['S']},
		'sort.host': {shows: /HOST [▴▾]/v, after: ['S']},
		'sort.size': {shows: /SIZE [▴▾]/v, after: ['S']},
		'copy.address': {shows: 'Copied bastion1/'},
	},
	ends: {'app.back': 0},
});

export const facetsScene: Scene = {
	context: 'facets',
	argv: [],
	enter: [[everything, 'f']],
	home: all(facets, everything),
	rows: {
		'app.cancel': {shows: no(facets), after: ['f']},
		'facet.add': {shows: '/ user:', after: ['f', 'esc', 'f']},
		'facet.or': {before: ['enter', 'j'], from: '/ user:', shows: /user:\(?\w+(?:,| or )/v, after: ['f', 'esc', 'f']},
		'facet.not': {shows: /\/ (?:not |!)user:/v, after: ['f', 'esc', 'f']},
	},
};

export const hitsScene = (home: string): Scene => ({
	context: 'hits',
	argv: ['seen:l* or seen:root'],
	enter: [['[1 Sessions]', '2'], [searched, 'g']],
	home: all('[2 Hits', /^▸- *frank@db1/mv, no('┌')),
	rows: {
		...lists,
		...aboutSessions,
		'app.help': {shows: 'Help: Hits', after: ['q']},
		'app.back': {shows: '[1 Sessions]', after: ['2']},
		'app.cancel': {before: ['space'], from: '▪', shows: no('▪'), after: ['g']},
		'app.last': {shows: '[1 Sessions]', after: ['2']},
		'tab.sessions': {shows: '[1 Sessions]', after: ['2']},
		'tab.hits': {before: ['3'], from: '[3 Live', shows: '[2 Hits'},
		'tab.live': {shows: '[3 Live', after: ['2']},
		'time.style': {shows: / ago /v, after: ['a']},
		'data.refresh': {meanwhile: importing(home, 'db1-bob-idle.jsonl'), shows: '20 of 20 sessions searched', after: ['g']},
		'move.down': {shows: movesBy(1), after: ['g']},
		'move.up': {before: ['j'], from: no(/^▸-/mv), shows: movesBy(-1)},
		'move.first': {before: ['j', 'j'], from: no(/^▸-/mv), shows: /^▸- *frank@db1/mv},
		'move.last': {shows: goesBy(5, Infinity), after: ['g']},
		'move.halfDown': {shows: goesBy(3, 12), after: ['g']},
		'move.halfUp': {before: ['G'], from: no(/^▸- *frank@db1/mv), shows: goesBackBy(3, 12), after: ['g']},
		'move.pageDown': {shows: goesBy(5, Infinity), after: ['g']},
		'move.pageUp': {before: ['G'], from: no(/^▸- *frank@db1/mv), shows: goesBackBy(5, Infinity), after: ['j', 'g']},
		'group.next': {shows: /^▸[+\-] *ansible@/mv, after: ['g']},
		'group.prev': {before: [']'], from: /^▸[+\-] *ansible@/mv, shows: /^▸- *frank@db1/mv},
		fold: {shows: /^▸\+/mv, after: ['l']},
		unfold: {before: ['h'], from: /^▸\+/mv, shows: /^▸-/mv},
		'hit.next': {shows: movesBy(1), after: ['g']},
		'hit.prev': {before: ['n', 'n'], from: no(/^▸-/mv), shows: movesBy(-1), after: ['g']},
		'filter.problems': {shows: 'has:gap', after: ['!', {see: all(no('has:gap'), searched)}, 'g']},
		'preview.toggle': {shows: toggles(/Screen at/v), after: ['p']},
		open: {shows: /hit 1\//v, after: ['q', 'g']},
		'mark.toggle': {shows: '▪', after: ['esc', 'g']},
		'mark.all': {shows: '▪', after: ['*']},
		'event.detail': {shows: 'Event 1 of', after: ['q']},
		'copy.address': {shows: 'Copied db1/'},
	},
});
