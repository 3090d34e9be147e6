import test from 'ava';
import {update} from '../../../source/console/update.ts';
import {makeGap, makePlayer} from '../../helpers/make-player.ts';
import {makeState} from '../../helpers/make-state.ts';

const {recording} = makePlayer();

function command(line: string) {
	const player = makePlayer({recording: {...recording, gaps: [makeGap()]}, hits: {patterns: [], hits: [{kind: 'seen', fromMs: 9000, untilMs: 9000, line: '', matches: []}], count: 1}});
	const {state} = update(makeState({player}), {type: 'commanded', line});
	return {player: state.player, notice: state.notice?.text};
}

test(':next and :prev go where their keys go', t => {
	t.is(command('next problem').player?.targetMs, 70_000);
	t.is(command('next hit').player?.targetMs, 9000);
	t.is(command('prev bookmark').notice, 'No bookmark in this recording: b sets one.');
	t.is(command('next moon').notice, 'next needs one of: command, gap, problem, hit, bookmark');
});

test(':events shows a kind of events', t => {
	t.like(command('events').player?.panel, {isOpen: true, kinds: 'all'});
	t.like(command('events problems').player?.panel, {isOpen: true, kinds: 'problem'});
	t.is(command('events moons').notice, 'events needs one of: all, commands, files, net, logins, problems, notes, typed, hits');
});

test(':loop sets both ends at once, all, or none', t => {
	t.deepEqual(command('loop 1:10 0:30').player?.loop, {fromMs: 30_000, untilMs: 70_000});
	t.is(command('loop all').player?.loop, 'all');
	t.is(command('loop off').player?.loop, undefined);
	t.regex(command('loop 1 1.5').notice ?? '', /at least 1 s apart/v);
	t.regex(command('loop 1').notice ?? '', /at least 1 s apart/v);
});
