import {ConsoleDriver} from '../console-driver.ts';
import type {Mark, Scene} from './key-case.ts';
import {all, moves, no} from './marks.ts';

/** A terminal on which something is always being written: what is silent for long is told to be. */
const busy = 'while :; do printf "live> "; sleep 1; done';

/** Four programs that are being recorded. */
export async function recordShells(home: string): Promise<readonly ConsoleDriver[]> {
	const recorders = Array.from({length: 4}, () => new ConsoleDriver({argv: ['rec', '--', 'sh', '-c', busy], environment: {HOME: home}}));
	await Promise.all(recorders.map(async recorder => recorder.sees('live>')));
	return recorders;
}

const running = '4 of 4 running';
const chosen = '▸root';
const first: Mark = console => console.readLines()[2]?.startsWith(chosen) ?? false;
const heads = 2;

/** More or fewer tiles stand side by side. */
const reshapes: Mark = (console, before) => countEdges(console.readLines()) !== countEdges(before);

function countEdges(lines: readonly string[]): number {
	return lines[heads]?.split('│').length ?? 0;
}

export const liveScene: Scene = {
	context: 'live',
	argv: [],
	enter: [['3 Live 4', '3']],
	home: all('[3 Live 4]', running, first, no('paused'), no('┌')),
	rows: {
		'app.help': {shows: 'Help: Live', after: ['q']},
		'app.command': {shows: 'sort FIELD', after: ['esc']},
		'app.back': {shows: '[1 Sessions]', after: ['3']},
		'app.cancel': {before: ['!'], from: 'has:gap', shows: no('has:gap')},
		'app.plain': {shows: no('? help'), after: ['x']},
		'app.last': {shows: '[1 Sessions]', after: ['3']},
		'app.mouse': {shows: 'Mouse on', after: ['f2']},
		'tab.sessions': {shows: '[1 Sessions]', after: ['3']},
		'tab.hits': {shows: '[2 Hits', after: ['3']},
		'tab.live': {before: ['1'], from: '[1 Sessions]', shows: '[3 Live'},
		'data.refresh': {shows: 'Read again: 4 running.'},
		'wall.left': {before: ['l'], from: no(/^▸/mv), shows: moves(chosen)},
		'wall.right': {shows: moves(chosen), after: ['h']},
		'wall.down': {shows: moves(chosen), after: ['k']},
		'wall.up': {before: ['j'], from: console => !(console.readLines()[heads] ?? '').includes('▸'), shows: moves(chosen)},
		'wall.more': {before: ['_'], from: console => !console.readScreen().includes('paused'), shows: reshapes},
		'wall.fewer': {shows: reshapes, after: ['+']},
		'wall.pause': {shows: 'paused', after: ['p']},
		'filter.edit': {shows: 'Esc as before', after: ['esc']},
		'filter.problems': {shows: 'has:gap', after: ['!']},
		'view.menu': {shows: 'Saved views', after: ['esc']},
		'info.open': {shows: '[info]', after: ['I']},
		open: {shows: '● live', after: ['q']},
		'mark.toggle': {shows: '▸▪', after: ['space']},
		'copy.address': {shows: /Copied (?!the row)/v},
		'copy.text': {shows: 'Copied the row'},
	},
};

/** A running recording in the player, at its live edge. */
export const edgeScene: Scene = {
	context: 'player',
	argv: [],
	enter: [['3 Live 4', '3'], [all('[3 Live 4]', running, first), 'enter']],
	home: all('● live', no('┌')),
	rows: {
		'follow.toggle': {shows: /‖ (?:live|\d+:\d\d behind)/v, after: ['F']},
		'play.toggle': {shows: /‖ (?:live|\d+:\d\d behind)/v, after: ['F']},
		'seek.start': {shows: no('● live'), after: ['G']},
		'seek.end': {before: ['g', {see: no('● live')}], from: no('● live'), shows: '● live'},
	},
};

/** What has been left behind by a pause is caught up with. */
export const behindScene: Scene = {
	context: 'player',
	argv: [],
	enter: [['3 Live 4', '3'], [all('[3 Live 4]', running, first), 'enter'], ['● live', 'space']],
	home: /‖ \d+:\d\d behind/v,
	rows: {
		'follow.toggle': {shows: '● live', after: ['space']},
		'seek.end': {shows: '‖ live'},
	},
};
