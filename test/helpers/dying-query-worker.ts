import {existsSync, rmSync} from 'node:fs';
import process from 'node:process';
import {parentPort, workerData} from 'node:worker_threads';

// The search thread of the program, which ends in the middle of answering while there is a file `….die` beside the store; it takes the file along.
const will = `${String(workerData)}.die`;

await import('../../source/store/sqlite/search/worker.ts');
parentPort?.on('message', (order: {readonly type: string}) => {
	// Once a part was taken others are on their way.
	if (order.type !== 'taken' || !existsSync(will)) {
		return;
	}

	rmSync(will);
	process.exit(1);
});
