import {appendFileSync, statSync, writeSync} from 'node:fs';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';

// Loaded before a program (`--import`), in each of its threads: tells of a thread's first transaction, and kills the process inside the so many `DIE_IN_WRITE` says, all written and nothing committed.

const {DIE_IN_WRITE: fatalWrite, WRITES_FILE: counter} = process.env;
const {exec} = DatabaseSync.prototype;
let isWriting = false;
let hasTold = false;

DatabaseSync.prototype.exec = function (sql) {
	if (sql === 'commit' && isWriting && fatalWrite !== undefined && counter !== undefined) {
		appendFileSync(counter, '.'); // Threads share no number.
		if (statSync(counter).size >= Number(fatalWrite)) {
			process.kill(process.pid, 'SIGKILL');
		}
	}

	if (sql.startsWith('begin')) {
		isWriting = sql === 'begin immediate';
		if (isWriting && !hasTold) {
			hasTold = true;
			writeSync(1, 'wants to write\n');
		}
	}

	exec.call(this, sql);
};
