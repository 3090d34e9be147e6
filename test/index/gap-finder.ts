import test from 'ava';
import {createGapFinder} from '../../source/index/gap-finder.ts';
import {readForReplay} from '../../source/format/recording/read-for-replay.ts';
import type {Gap} from '../../source/store/store.ts';

type Line = {readonly id: number; readonly pos: number; readonly time?: number; readonly timing?: string; readonly text?: string; readonly told?: object};

/** Gaps of a recording of such lines. */
function findGaps(lines: readonly Line[]): ReadonlyArray<Omit<Gap, 'detail'>> {
	const finder = createGapFinder();
	let lastMs = 0;
	for (const {id, pos, time, timing, text = 'x', told} of lines) {
		const line = JSON.stringify({ver: '2.3', host: 'h', rec: 'r', user: 'u', term: 'xterm', session: 1, id, pos, time, timing: timing ?? `>${text.length}`, in_txt: '', in_bin: [], out_txt: text, out_bin: [], ...told});
		const read = readForReplay(line, lastMs);
		finder.start(id, pos, read);
		for (const packet of read.packets) {
			finder.add(packet);
			lastMs = packet.positionMs;
		}

		finder.end(id, read);
	}

	return finder.read().map(({detail, ...gap}) => gap);
}

test('a recording without faults has no gaps', t => {
	t.deepEqual(findGaps([{id: 1, pos: 0, time: 100}, {id: 2, pos: 500, time: 100.5}, {id: 3, pos: 900, time: 100.9}]), []);
});

test('ids that are not there are a gap from the last packet to the next message', t => {
	t.deepEqual(findGaps([{id: 1, pos: 0, timing: '+200>1'}, {id: 5, pos: 3000}]), [{kind: 'missing', fromMs: 200, untilMs: 3000, firstId: 2, lastId: 4}]);
});

test('a recording that does not begin with message 1 has lost its head', t => {
	t.deepEqual(findGaps([{id: 3, pos: 4000}]), [{kind: 'missing', fromMs: 0, untilMs: 4000, firstId: 1, lastId: 2}]);
});

test('a message with a fault is a gap from its last good packet to the next message', t => {
	t.deepEqual(findGaps([{id: 1, pos: 0}, {id: 2, pos: 100, timing: '>1+50>9', text: 'ab'}, {id: 3, pos: 700}]), [{kind: 'invalid', fromMs: 100, untilMs: 700, firstId: 2, lastId: 2}]);
});

test('a fault that nothing follows is a truncated end', t => {
	t.like(findGaps([{id: 1, pos: 0}, {id: 2, pos: 100, timing: '>9', text: 'ab'}])[0], {kind: 'truncated', firstId: 2});
});

test('time that goes back is a gap of the clock without length', t => {
	t.deepEqual(findGaps([{id: 1, pos: 5000}, {id: 2, pos: 2000}]), [{kind: 'clock', fromMs: 5000, untilMs: 5000, firstId: 2, lastId: 2}]);
});

test('a wall clock that is set is a gap of the clock, one that is slewed is none', t => {
	t.deepEqual(findGaps([{id: 1, pos: 0, time: 100}, {id: 2, pos: 1000, time: 101.9}, {id: 3, pos: 2000, time: 3600}]), [{kind: 'clock', fromMs: 2000, untilMs: 2000, firstId: 3, lastId: 3}]);
});

test('after a gap the screen is certain again when all of it is drawn anew', t => {
	const gaps = findGaps([{id: 1, pos: 0}, {id: 3, pos: 1000}, {id: 4, pos: 2000, text: '\u{1B}[H\u{1B}[2J$ '}]);
	t.is(gaps[0]?.certainMs, 2000);
});

test('after a gap the screen is never certain when nothing is drawn anew', t => {
	t.false('certainMs' in (findGaps([{id: 1, pos: 0}, {id: 3, pos: 1000, text: '\u{1B}[K'}])[0] ?? {}));
});

test('what the recorder could not write is a gap of its own, where it says', t => {
	const told = {gap: {pos: 2900, since: 500, errno: 28}, lost: 77};
	t.deepEqual(findGaps([{id: 1, pos: 0}, {id: 2, pos: 3000, told}]), [{kind: 'lost', fromMs: 500, untilMs: 2900, firstId: 2, lastId: 2}]);
	t.deepEqual(findGaps([{id: 1, pos: 400}, {id: 2, pos: 3000, told: {lost: 1}}]), [{kind: 'lost', fromMs: 400, untilMs: 3000, firstId: 2, lastId: 2}]);
});

test('what is damaged in the recorder\'s spool may be anywhere since the message before, and is behind no redraw of its own message', t => {
	const told = {damaged: 29};
	const text = '\u{1B}[H\u{1B}[2J$ ';
	const lines = [{id: 1, pos: 0}, {id: 2, pos: 1000, timing: `>${text.length - 1}+500>1`, text, told}, {id: 3, pos: 4000, text}];
	t.deepEqual(findGaps(lines), [{kind: 'damaged', fromMs: 0, untilMs: 1500, firstId: 2, lastId: 2, certainMs: 4000}]);
});

test('a recorder that was gone before the end leaves a truncated recording', t => {
	t.like(findGaps([{id: 1, pos: 0}, {id: 2, pos: 100, told: {ending: 'broken'}}])[0], {kind: 'truncated', fromMs: 100, firstId: 2});
	t.deepEqual(findGaps([{id: 1, pos: 0}, {id: 2, pos: 100, told: {ending: 'exit'}}]), []);
});
