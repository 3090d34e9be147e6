import type {ConsoleDriver} from '../console-driver.ts';
import type {Mark, RowCase, Scene, Way} from './key-case.ts';
import {all, changes, openRecording, moves, no} from './marks.ts';

export const paused = /‖ 1× {2}0:30(?:\.000)? \//v;
/** From wherever the recording is on the screen: paused at 0:30. */
export const to30 = ['.', ...'30G'] as const;
const again = ['enter', {see: openRecording}, ...to30] as const;
const list = '[1 Sessions]';
export const open: NonNullable<Scene['enter']> = [['1 of', 'enter'], [all('▶', openRecording), '.'], ['‖', ...'30G']];
const panel = 'Events ';
const hit = /hit \d+\//v;
const search = ['/', ...'frank', 'enter', {see: hit}] as const;
/** Another word than `frank`, so that its hits are told from those found before. */
const searchOther = ['/', 'ctrl-u', ...'srv', 'enter', {see: /hit \d+\/(?!61)/v}] as const;
const bookmarked = [...'40G', {see: /0:40/v}, 'b', ...'here', 'enter', {see: 'Bookmark added.'}] as const;

function seeks(position: RegExp, before?: Way, from?: Mark): RowCase {
	return {before, from, shows: position, after: to30};
}

export const playerScene: Scene = {
	context: 'player',
	argv: ['host:db1 user:frank'],
	enter: open,
	home: all(paused, no(panel), no('┌')),
	rows: {
		'app.help': {shows: 'Help: Player', after: ['q']},
		'app.command': {shows: 'goto [TIME]', after: ['esc']},
		'app.back': {shows: list, after: again},
		'app.cancel': {behind: ['e'], shows: panel, after: ['e']},
		'app.plain': {shows: no('? help'), after: ['x']},
		'app.last': {shows: list, after: again},
		'app.mouse': {shows: 'Mouse on', after: ['f2']},
		'focus.next': {shows: panel, after: ['tab', 'e']},
		'focus.prev': {shows: panel, after: ['tab', 'e']},
		'time.style': {shows: / ago(?: |$)/mv, after: ['a']},
		'filter.edit': {shows: 'searches this recording', after: ['esc']},
		'info.open': {shows: '[info]', after: ['I']},
		'follow.toggle': {shows: 'there is nothing to follow'},
		'export.open': {shows: '┌ Export', after: ['esc']},
		'tag.edit': {shows: /┌ Tag/v, after: ['esc']},
		'note.edit': {shows: /┌ Note/v, after: ['esc']},
		'bookmark.add': {shows: /┌ Bookmark/v, after: ['esc']},
		'copy.address': {shows: 'Copied address'},
		'copy.text': {shows: /Copied \d+ lines/v},
		'play.toggle': {shows: '▶', after: to30},
		'play.slower': {shows: /‖ (?:½|0\.5|1\/2)×/v, after: ['backspace']},
		'play.faster': {shows: '‖ 2×', after: ['backspace']},
		'play.normal': {before: ['}'], from: '‖ 2×', shows: '‖ 1×'},
		'step.forward': seeks(/‖ 1× {2}0:(?:30\.(?!000)|3[1-9]|4)/v),
		'step.back': seeks(/‖ 1× {2}0:[12]\d/v),
		'seek.fwd5': seeks(/‖ 1× {2}0:35/v),
		'seek.back5': seeks(/‖ 1× {2}0:25/v),
		'seek.fwd60': seeks(/■/v),
		'seek.back60': seeks(/‖ 1× {2}0:00/v),
		'seek.fwdTenth': seeks(/‖ 1× {2}0:(?:3[1-9]|4)/v),
		'seek.backTenth': seeks(/‖ 1× {2}0:[12]\d/v),
		'seek.tenth': key => ({shows: `goto ${key}_`, after: ['esc']}),
		'seek.start': seeks(/‖ 1× {2}0:00/v),
		'seek.end': seeks(/■/v),
		'problem.next': seeks(/‖ 1× {2}0:12/v),
		'idle.toggle': {shows: 'Pauses are played in full.', after: ['i']},
		'idle.skip': {shows: /No pause here|‖ 1× {2}0:(?:30\.(?!000)|3[1-9]|4)/v, after: to30},
		'loop.mark': {shows: 'Loop starts here', after: ['right', 'o', 'o', ...to30]},
		'loop.all': {shows: 'again and again', after: ['O']},
		'pane.full': {shows: no('db1/4b28'), after: ['f', ...to30]},
		'events.toggle': {shows: panel, after: ['e']},
		'events.kinds': {shows: panel, after: ['e']},
		'event.detail': {shows: /Event \d of \d/v, after: ['q']},
		'panel.grow': {before: ['e'], from: panel, shows: moves(panel), after: ['_', 'e']},
		'panel.shrink': {before: ['e', '+'], from: panel, shows: moves(panel), after: ['e']},
		'hit.next': {before: [...search, ...to30], from: all(hit, paused), shows: changes(/hit \d+/v), after: to30},
		'hit.prev': {before: [...searchOther, ...to30], from: all(hit, paused), shows: changes(/0:\d\d(?:\.\d+)? \//v), after: to30},
		'bookmark.next': seeks(/‖ 1× {2}0:40/v, [...bookmarked, 'g'], /‖ 1× {2}0:00/v),
		'bookmark.prev': seeks(/‖ 1× {2}0:40/v, ['G'], '■'),
		'select.start': {shows: 'copy: line', after: ['esc']},
	},
	leaves: {'list.atMoment': 'when:2026-11-22T10:03:04'},
};

export const digitsScene: Scene = {
	context: 'digits',
	argv: ['host:db1 user:frank'],
	enter: open,
	home: paused,
	arm: ['1', '2'],
	rows: {
		'app.cancel': {before: ['1', '2'], from: 'goto 12_', shows: no('goto')},
		'seek.goto': {before: ['1', '2'], from: 'goto 12_', shows: /‖ 1× {2}0:12/v, after: to30},
		'seek.edit': key => ({before: ['1', '2'], from: 'goto 12_', shows: key === 'backspace' ? 'goto 1_' : `goto 12${key}_`, after: ['esc']}),
	},
};

/** The chosen event is drawn with text and background changed about. */
const isFirst = (console: ConsoleDriver): boolean => console.readInverse().includes('gap 3.8 s');
const isOther = (console: ConsoleDriver): boolean => /gap 4\.3 s|here/v.test(console.readInverse()) && !isFirst(console);
const isNone = (console: ConsoleDriver): boolean => !isFirst(console) && !isOther(console);

const down: RowCase = {shows: isOther, after: ['g']};
const up: RowCase = {before: ['j'], from: isOther, shows: isFirst};

const events = 'db1/4b28-3224547e';

export const panelScene: Scene = {
	context: 'panel',
	argv: ['host:db1 user:frank'],
	enter: [...open, [paused, 'e', 'tab'], [console => !isNone(console), 'g']],
	home: all(paused, panel, isFirst, no('┌'), events),
	rows: {
		'app.cancel': {shows: isNone, after: ['tab', 'g']},
		'focus.next': {shows: isNone, after: ['tab', 'g']},
		'focus.prev': {shows: isNone, after: ['tab', 'g']},
		'move.down': down,
		'move.up': up,
		'move.first': up,
		'move.last': down,
		'move.halfDown': down,
		'move.halfUp': up,
		'move.pageDown': down,
		'move.pageUp': up,
		'events.toggle': {shows: no(panel), after: ['e', 'tab', 'g']},
		'events.kinds': {shows: 'Only problems are shown.', after: ['E', 'E', 'E', 'E', 'tab', 'g']},
		'event.goto': {shows: /‖ 1× {2}0:12/v, after: ['tab', ...to30, 'tab', 'g']},
		'event.detail': {shows: /Event 1 of \d/v, after: ['q']},
		'panel.grow': {shows: moves(panel), after: ['_']},
		'panel.shrink': {before: ['+'], from: isFirst, shows: moves(panel)},
	},
};

/** Text is chosen from the cursor of the recording on. */
const part = /to \d+:\d+/v;

export const selectScene: Scene = {
	context: 'select',
	argv: ['host:db1 user:frank'],
	enter: [...open, [paused, 'v']],
	home: 'copy: line',
	rows: {
		'app.help': {shows: 'Help: Choosing', after: ['q']},
		'app.back': {shows: no('copy: '), after: ['v']},
		'app.cancel': {shows: no('copy: '), after: ['v']},
		'select.left': {before: ['G', 'v'], from: part, shows: changes(part), after: ['v', 'v']},
		'select.down': {before: ['g', 'v'], from: part, shows: changes(part), after: ['v', 'v']},
		'select.up': {before: ['G', 'v'], from: part, shows: changes(part), after: ['v', 'v']},
		'select.right': {before: ['g', 'v'], from: part, shows: changes(part), after: ['v', 'v']},
		'select.first': {before: ['G', 'v'], from: part, shows: /to 1:1(?!\d)/v, after: ['v', 'v']},
		'select.last': {before: ['g', 'v'], from: part, shows: /to \d\d:\d\d/v, after: ['v', 'v']},
		'select.extend': {shows: part, after: ['v', 'v']},
		'select.copy': {before: ['g'], from: 'copy: line 1', shows: 'Copied 1 line', after: ['v']},
	},
};
