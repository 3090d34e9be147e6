import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import test from 'ava';
import {planStart} from '../../../recorder/rec/start-words.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const secret = 'do-not-show-me';
const wild = ['SECRET=' + secret, 'w0=own', 'WILD=' + secret + '\u{FF}\u{81}\n\n', 'EMPTY=', 'w12=\u{FE}', 'lower_9=a b\'"$HOME`\\', 'BASH_FUNC_f%%=() { :; }', 'a.b=c', 'PATH=/usr/bin:/bin'];

/** What `env -0` prints when started by this plan under a shell, in order of the names. */
function start(shell: string, environment: readonly string[]): string[] {
	const plan = planStart({command: [bytes('env'), bytes('-0')], environment: environment.map(entry => bytes(entry)), modes: undefined, openFiles: undefined});
	const {stdout, stderr} = spawnSync(shell, plan.words.slice(1), {argv0: 'sh', env: Object.fromEntries(plan.environment)});
	return [...stdout.toString('latin1').split('\0').slice(0, -1), ...stderr.toString() === '' ? [] : [stderr.toString()]].toSorted();
}

const shells = ['/bin/sh', '/bin/bash', '/bin/dash', '/bin/busybox'].filter(shell => spawnSync(shell, ['-c', 'true']).status === 0);

for (const shell of shells) {
	test(`the command gets the environment asked for through ${shell}`, t => {
		const odd = ['PWD=/nowhere', 'OLDPWD=x', 'SHLVL=7', '_=under', 'IFS=x', 'LC_ALL=xx_YY', 'SHELLOPTS=xtrace', 'RANDOM=1', 'SECONDS=5', 'LINES=1', 'COLUMNS=\u{FF}', 'UID=77', 'PS4=+', 'OPTIND=9', 'HOME=', 'BASH_ENV=/x', 'ENV=/x', 'TERM=odd', 'LD_LIBRARY_PATH=/nowhere'];
		for (const environment of [wild, [...wild, ...odd], ['PATH=/usr/bin:/bin'], ['A=b'], []]) {
			t.deepEqual(start(shell, environment), environment.toSorted());
		}
	});
}

test('no value of the environment stands among the words', t => {
	const {words} = planStart({command: [bytes('true')], environment: wild.map(entry => bytes(entry)), modes: undefined, openFiles: undefined});
	t.false(words.join(' ').includes(secret));
	t.false(words.join(' ').includes(String.raw`\144\157`));
});
