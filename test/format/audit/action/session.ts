import test from 'ava';
import {describeText} from '../helpers/describe-text.ts';
import {sessionLogs} from '../helpers/session-logs.ts';

for (const [format, log] of Object.entries(sessionLogs)) {
	const actions = describeText(log);
	const titles = new Set(actions.map(({title}) => title));
	const loud = new Set(actions.filter(({isNoise}) => !isNoise).map(({title}) => title));

	test(`what alice did over ssh is told, ${format}`, t => {
		const done = [
			'mkdir work',
			'create /home/alice/work',
			'vim -u NONE -n -es -c s/one/three/ -c wq plain',
			'chmod 600 plain',
			'attributes /home/alice/work/plain',
			'create /home/alice/work/link',
			'create /home/alice/work/hard',
			'rename /home/alice/work/plain /home/alice/work/moved',
			'create /home/alice/work/café',
			'read /etc/shadow (failed: EACCES)',
			'read /home/alice/work/missing (failed: ENOENT)',
			'execute /home/alice/work/missing (failed: ENOENT)',
			'rm -r deep',
			'connect 127.0.0.1:8099',
			'connect 127.0.0.1:8098',
			'sudo head -1 /etc/shadow',
			'delete /root/scribery-fixture',
			'user start alice from 127.0.0.1',
			'delete /home/alice/work',
		];
		t.deepEqual(done.filter(title => !loud.has(title)), []);
	});

	test(`a failed login tells from where, ${format}`, t => {
		t.true(actions.some(({kind, outcome, addresses}) => kind === 'login' && outcome.isSuccess === false && addresses[0]?.address === '127.0.0.1'));
	});

	test(`what libraries, the message of the day and login programs do is noise, ${format}`, t => {
		const noise = ['read /etc/ld.so.cache', 'read /usr/lib/locale/C.utf8/LC_CTYPE', 'connect /dev/log (failed: ENOENT)', 'write /var/log/wtmp', 'run-parts --lsbsysinit /etc/update-motd.d', 'user acct alice'];
		t.deepEqual(noise.filter(title => !titles.has(title) || loud.has(title)), []);
	});

	test(`sudo runs as another, and who logged in stays, ${format}`, t => {
		const ran = actions.find(({argv, executable}) => argv[0] === 'rm' && executable === '/usr/bin/rm' && argv[1] === '/root/scribery-fixture');
		t.like(ran?.users, {real: {id: 0}, effective: {id: 0}, login: {id: 1001}});
	});
}

test('the daemon’s own names come before the local ones', t => {
	const ran = describeText(sessionLogs.enriched).find(({argv}) => argv[0] === 'chmod');
	t.is(ran?.users.login?.name, 'alice');
});
