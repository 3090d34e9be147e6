import test from 'ava';
import {buildShim} from '../../helpers/shim.ts';
import {killRecorders} from '../../helpers/shim-extremes/kill-recorders.ts';
import {openAtOnce} from '../../helpers/shim-extremes/open-at-once.ts';
import {openShortSessions} from '../../helpers/shim-extremes/open-short-sessions.ts';
import {showLongLine} from '../../helpers/shim-extremes/show-long-line.ts';
import {soakCommands} from '../../helpers/shim-extremes/soak-commands.ts';
import {stormSizes} from '../../helpers/shim-extremes/storm-sizes.ts';

// A hundredth of what `npm run benchmark extremes` and `soak` do.
const program = buildShim();
const sanitized = buildShim({isSanitized: true});

test('a line of a million bytes is shown and recorded whole', async t => {
	t.like(await showLongLine(1_000_000, program), {wrong: 0});
});

test('a storm of sizes, 0x0 and 65535x65535 among them, ends with the last one in the shell and in the record', async t => {
	t.like(await stormSizes(10_000, sanitized), {wrong: 0});
});

test('sessions that run at the same time are recorded each by itself', async t => {
	t.like(await openAtOnce(20, sanitized), {wrong: 0});
});

test('a user who opens many short sessions gets each recorded', async t => {
	t.like(await openShortSessions(100, program), {wrong: 0});
});

test('of what a recorder had shown when it was killed, no byte is missing', async t => {
	t.like(await killRecorders(2, program), {wrong: 0});
});

test('of a thousand commands with 128 KiB each, what was produced, shown and recorded is the same', async t => {
	t.like(await soakCommands(1000, program, line => {
		t.log(line);
	}), {wrong: 0});
});
