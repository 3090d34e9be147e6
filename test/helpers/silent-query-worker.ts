import {parentPort} from 'node:worker_threads';

// A search thread that never answers.
parentPort?.on('message', () => undefined);
