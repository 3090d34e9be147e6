import test from 'ava';
import {createRetryTimes} from '../../../source/console/player/retry-times.ts';

test('what fails is tried again after 1, 2, 4, 8, 16, 30 and 30 seconds, and after a success at once', t => {
	let nowMs = 0;
	const retries = createRetryTimes({elapsedMs: () => nowMs});
	t.true(retries.isDue());
	const waits: number[] = [];
	for (let attempt = 0; attempt < 7; attempt++) {
		retries.fail();
		const failedMs = nowMs;
		while (!retries.isDue()) {
			nowMs += 500;
		}

		waits.push((nowMs - failedMs) / 1000);
	}

	t.deepEqual(waits, [1, 2, 4, 8, 16, 30, 30]);
	retries.fail();
	retries.succeed();
	t.true(retries.isDue());
	retries.fail();
	nowMs += 1000;
	t.true(retries.isDue());
});
