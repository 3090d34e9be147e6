import test from 'ava';
import {makeHome, runScribery} from '../../helpers/run-scribery.ts';

const patienceMs = 30_000;

test('a session recorded into the store is indexed without being asked', t => {
	const home = makeHome();
	const store = `${home}/case.db`;
	t.like(runScribery(home, ['rec', '--store', store, '--', 'echo', 'hi']), {status: 0, stdout: 'hi\n', stderr: ''});
	const limit = Date.now() + patienceMs;
	let listed = '';
	while (!listed.includes('"indexed":true') && Date.now() < limit) {
		listed = runScribery(home, ['ls', '--json', '--store', store]).stdout;
	}

	t.regex(listed, /"indexed":true/v);
});
