import test from 'ava';
import {killSessions} from '../../helpers/kill-run.ts';
import type {Victim} from '../../helpers/kill-run.ts';
import {buildShim} from '../../helpers/shim.ts';

const program = buildShim();

for (const [victim, title] of [['agent', 'the agent'], ['shim', 'the login shell'], ['both', 'login shell and agent']] as ReadonlyArray<readonly [Victim, string]>) {
	// 200 each: `npm run benchmark kill`.
	test(`${title} killed outright, twice: no byte that was shown is lost, no message comes twice`, async t => {
		const {lost, doubled, missing, shown} = await killSessions(victim, 2, {program, random: Math.random});
		t.true(shown > 0);
		t.deepEqual({lost, doubled, missing}, {lost: 0, doubled: 0, missing: 0});
	});
}
