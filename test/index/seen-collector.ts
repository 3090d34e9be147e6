import test from 'ava';
import fc from 'fast-check';
import {createSeenCollector} from '../../source/index/seen-collector.ts';
import type {SeenLine} from '../../source/store/moments.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import type {TerminalSize} from '../../source/terminal/emulator.ts';
import {checkProperty} from '../helpers/check-property.ts';

type Step = readonly [positionMs: number, output: string];
type Seen = Omit<SeenLine, 'kind'>;

const smallSize = {columns: 40, rows: 6};

/** What is seen of a small terminal that is written to at these positions, and watched until the end. */
function collect(steps: readonly Step[], endMs: number, {columns, rows}: TerminalSize = smallSize): Seen[] {
	const collector = createSeenCollector();
	const emulator = createEmulator({columns, rows}, {onGoneLine: collector.leave});
	for (const [positionMs, output] of steps) {
		if (collector.isDue(positionMs)) {
			collector.look(emulator.readLines(), positionMs);
		}

		collector.moveTo(positionMs);
		emulator.write(output);
	}

	collector.look(emulator.readLines(), endMs);
	return [...collector.takeClosed(), ...collector.listOpen()].map(({fromMs, untilMs, text}) => ({fromMs, untilMs, text})).toSorted((a, b) => a.fromMs - b.fromMs);
}

test('a line is seen from its packet until the next change', t => {
	t.deepEqual(collect([[0, 'first'], [2000, '\r\u{1B}[Ksecond']], 9000), [{fromMs: 0, untilMs: 2000, text: 'first'}, {fromMs: 2000, untilMs: 9000, text: 'second'}]);
});

test('a typing mistake that was mended is found as it was meant and as it stood', t => {
	const keys: Step[] = ['$ ', 's', 'd', 'o', '\b\u{1B}[K', '\b\u{1B}[K', 'u', 'd', 'o'].map((key, index) => [index * 150, key]);
	const texts = new Set(collect(keys, 5000).map(({text}) => text));
	t.true(texts.has('$ sudo'));
	t.true(texts.has('$ sdo'));
	t.false(texts.has('$ su'));
});

test('each word of a typed line is kept with the time at which it stood there', t => {
	const keys: Step[] = [...'ls -l /etc'].map((key, index) => [index * 100, key]);
	t.deepEqual(collect(keys, 5000).map(({text}) => text), ['ls', 'ls -l', 'ls -l /etc']);
});

test('what stands for 50 ms between quick changes is seen, what no one could read is not', t => {
	const steps: Step[] = [[0, '1 %'], [20, '\r2 %'], [45, '\r3 %'], [95, '\r4 %'], [110, '\r5 %']];
	const texts = new Set(collect(steps, 500).map(({text}) => text));
	t.true(texts.has('3 %'));
	t.true(texts.has('5 %'));
	t.false(texts.has('2 %'));
});

test('all lines of a burst are seen, at its position', t => {
	const burst = Array.from({length: 500}, (_, index) => `line ${index}\r\n`).join('');
	const seen = collect([[100, burst]], 1000);
	t.is(seen.length, 500);
	t.deepEqual(seen.find(({text}) => text === 'line 7'), {fromMs: 100, untilMs: 100, text: 'line 7'});
	t.deepEqual(seen.find(({text}) => text === 'line 499'), {fromMs: 100, untilMs: 1000, text: 'line 499'});
});

test('a line that scrolls up is one line', t => {
	const steps: Step[] = Array.from({length: 5}, (_, index) => [index * 1000, `line ${index}\r\n`]);
	t.deepEqual(collect(steps, 9000)[0], {fromMs: 0, untilMs: 9000, text: 'line 0'});
});

test('a line that blinks is one line, one that comes back later is two', t => {
	const blink: Step[] = Array.from({length: 6}, (_, index) => [index * 500, index % 2 === 0 ? 'alarm' : '\r\u{1B}[K']);
	t.deepEqual(collect(blink, 4000), [{fromMs: 0, untilMs: 2500, text: 'alarm'}]);
	t.deepEqual(collect([[0, 'alarm'], [500, '\r\u{1B}[K'], [9000, 'alarm']], 9500), [{fromMs: 0, untilMs: 500, text: 'alarm'}, {fromMs: 9000, untilMs: 9500, text: 'alarm'}]);
});

test('a program on the alternate screen is seen, and the shell before and after it', t => {
	const steps: Step[] = [[0, '$ vi'], [1000, '\u{1B}[?1049h\u{1B}[Hconfig'], [60_000, '\u{1B}[?1049l'], [61_000, '\r\n']];
	t.deepEqual(collect(steps, 62_000), [{fromMs: 0, untilMs: 1000, text: '$ vi'}, {fromMs: 1000, untilMs: 60_000, text: 'config'}, {fromMs: 60_000, untilMs: 62_000, text: '$ vi'}]);
});

test('a row of dots that grows for an hour is few lines', t => {
	const dots: Step[] = Array.from({length: 3600}, (_, index) => [index * 1000, '.']);
	const seen = collect(dots, 3_600_000, {columns: 80, rows: 50});
	t.true(seen.reduce((units, {text}) => units + text.length, 0) < 200_000);
	t.true(seen.some(({text}) => text.length === 3600));
});

test('whatever stands for 50 ms is found, and nothing is found that did not stand', t => {
	const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
	const write = fc.oneof(
		fc.tuple(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 30}), word).map(([row, column, text]) => `\u{1B}[${row};${column}H${text}`),
		word.map(text => `${text}\r\n`),
		fc.constantFrom('\r', '\u{1B}[K', '\u{1B}[2J', '\u{1B}[L', '\u{1B}[M', '\u{1B}M', '\u{1B}[?1049h', '\u{1B}[?1049l', '\u{1B}[2;4r', '\u{1B}[r'),
	);
	const steps = fc.array(fc.tuple(fc.constantFrom(0, 1, 10, 30, 49, 50, 51, 200, 3000), write), {minLength: 1, maxLength: 40});
	checkProperty(t, fc.property(steps, given => {
		let positionMs = 0;
		const timed = given.map(([passedMs, output]): Step => {
			positionMs += passedMs;
			return [positionMs, output];
		});
		const {shown, standing} = watchSlowly(timed, positionMs + 100);
		const seen = collect(timed, positionMs + 100);
		const isComplete = standing.every(({text, fromMs, untilMs}) => seen.some(line => (line.text === text && line.fromMs <= untilMs && line.untilMs >= fromMs)
			|| (line.text.startsWith(text) && line.fromMs <= untilMs + 1000 && line.untilMs >= fromMs)));
		return isComplete && seen.every(({text}) => shown.has(text));
	}), {numRuns: 500});
});

/** The same by brute force: the whole screen after each packet, and after each character within it. */
function watchSlowly(steps: readonly Step[], endMs: number): {readonly shown: ReadonlySet<string>; readonly standing: ReadonlyArray<{readonly text: string; readonly fromMs: number; readonly untilMs: number}>} {
	const emulator = createEmulator({columns: 40, rows: 6});
	const shown = new Set<string>();
	const since = new Map<string, number>();
	const standing: Array<{readonly text: string; readonly fromMs: number; readonly untilMs: number}> = [];
	const update = (lines: readonly string[], positionMs: number): void => {
		for (const [text, fromMs] of since) {
			if (lines.includes(text)) {
				continue;
			}

			since.delete(text);
			standing.push({text, fromMs, untilMs: positionMs});
		}

		for (const text of lines) {
			since.set(text, since.get(text) ?? positionMs);
		}
	};

	for (const [positionMs, output] of steps) {
		for (const character of output) {
			emulator.write(character);
			for (const line of emulator.readScreen().lines) {
				shown.add(line);
			}
		}

		update(emulator.readScreen().lines.filter(line => line !== ''), positionMs);
	}

	update([], endMs);
	return {shown, standing: standing.filter(({fromMs, untilMs}) => untilMs - fromMs >= 50)};
}
