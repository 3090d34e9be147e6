import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import process from 'node:process';

/** What real tlog-play shows of a recording, to its end at once, and what it complains of. Its standard input is an idle pipe: at the end of a file it would wait for ever. `wrapper`: the words before its name. */
export async function playWithTlog(words: readonly string[], wrapper: readonly string[] = []): Promise<{readonly shown: string; readonly complaint: string}> {
	const player = spawn('env', [...wrapper, 'tlog-play', ...words, '--goto=end'], {env: {...process.env, LC_ALL: 'C.UTF-8'}});
	const [shown, complaint] = await Promise.all([text(player.stdout), text(player.stderr), once(player, 'close')]);
	player.stdin.destroy();
	return {shown, complaint};
}
