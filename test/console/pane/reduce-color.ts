import test from 'ava';
import {detectColorLevel} from '../../../source/console/pane/color-level.ts';
import type {ColorLevel} from '../../../source/console/pane/color-level.ts';
import {reduceColor} from '../../../source/console/pane/reduce-color.ts';
import type {Color} from '../../../source/terminal/screen.ts';

const direct = (rgb: number): Color => ({type: 'direct', rgb});
const palette = (index: number): Color => ({type: 'palette', index});

const cases: ReadonlyArray<readonly [given: Color, level: ColorLevel, expected: Color]> = [
	[undefined, 'truecolor', undefined],
	[undefined, '16', undefined],
	[direct(0x12_34_56), 'truecolor', direct(0x12_34_56)],
	[direct(0xFF_00_00), '256', palette(196)],
	[direct(0x00_00_00), '256', palette(16)],
	[direct(0x80_80_80), '256', palette(244)],
	[direct(0x5F_87_AF), '256', palette(67)],
	[direct(0xFF_FF_FF), '256', palette(231)],
	[palette(3), '256', palette(3)],
	[palette(200), '256', palette(200)],
	[palette(3), '16', palette(3)],
	[palette(12), '16', palette(12)],
	[palette(196), '16', palette(9)],
	[palette(232), '16', palette(0)],
	[palette(244), '16', palette(8)],
	[direct(0x00_D0_00), '16', palette(2)],
	[direct(0xFF_FF_FF), '16', palette(15)],
	[direct(0xFF_00_00), 'mono', undefined],
	[palette(1), 'mono', undefined],
];
for (const [given, level, expected] of cases) {
	test(`${JSON.stringify(given) ?? 'the default colour'} with ${level} is ${JSON.stringify(expected) ?? 'the default colour'}`, t => {
		t.deepEqual(reduceColor(given, level), expected);
	});
}

const environments: ReadonlyArray<readonly [environment: Readonly<Record<string, string>>, level: ColorLevel]> = [
	[{TERM: 'xterm-256color', COLORTERM: 'truecolor'}, 'truecolor'],
	[{TERM: 'xterm-256color', COLORTERM: '24bit'}, 'truecolor'],
	[{TERM: 'xterm-256color'}, '256'],
	[{TERM: 'tmux-256color'}, '256'],
	[{TERM: 'screen'}, '16'],
	[{TERM: 'linux'}, '16'],
	[{TERM: 'vt220'}, 'mono'],
	[{TERM: 'dumb', COLORTERM: 'truecolor'}, 'mono'],
	[{TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1'}, 'mono'],
	[{TERM: 'xterm-256color', NO_COLOR: ''}, '256'],
	[{}, 'mono'],
];
for (const [environment, level] of environments) {
	test(`a terminal with ${JSON.stringify(environment)} gets ${level}`, t => {
		t.is(detectColorLevel(environment), level);
	});
}
