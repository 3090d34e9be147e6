import test from 'ava';
import {createWorkQueue} from '../../../source/console/player/work-queue.ts';

function start() {
	const done: string[] = [];
	const errors: unknown[] = [];
	const gates: Array<() => void> = [];
	const queue = createWorkQueue(error => {
		errors.push(error);
	});
	return {
		queue,
		done,
		errors,
		/** Work that ends when it is let. */
		work: (name: string) => async () => {
			const {promise, resolve} = Promise.withResolvers<void>();
			gates.push(resolve);
			await promise;
			done.push(name);
		},
		async letAll() {
			while (queue.isBusy()) {
				gates.shift()?.();
				await Promise.resolve();
			}
		},
	};
}

test('one piece of work runs after the other', async t => {
	const {queue, work, done, letAll} = start();
	queue.push(work('a'));
	queue.push(work('b'));
	t.true(queue.isBusy());
	await letAll();
	t.deepEqual(done, ['a', 'b']);
});

test('what replaces drops what waits, not what runs', async t => {
	const {queue, work, done, letAll} = start();
	queue.push(work('running'));
	queue.push(work('waiting'));
	queue.replace(work('last'));
	await letAll();
	t.deepEqual(done, ['running', 'last']);
});

test('an error is told and the work behind it goes on', async t => {
	const {queue, work, done, errors, letAll} = start();
	queue.push(async () => {
		throw new Error('broken');
	});
	queue.push(work('next'));
	await letAll();
	t.is(errors.length, 1);
	t.deepEqual(done, ['next']);
});

test('closed, it drops what waits, lets the running work end, and takes no more', async t => {
	const {queue, work, done, letAll} = start();
	queue.push(work('running'));
	queue.push(work('waiting'));
	const closed = queue.close();
	queue.push(work('late'));
	await letAll();
	await closed;
	t.deepEqual(done, ['running']);
});
