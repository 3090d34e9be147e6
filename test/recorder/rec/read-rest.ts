import {Buffer} from 'node:buffer';
import {closeSync, writeSync} from 'node:fs';
import test from 'ava';
import {openPipes} from '../../../recorder/rec/pipe-ends.ts';
import {readRest} from '../../../recorder/rec/read-rest.ts';

test('what is left in a pipe is read, whether or not it may still be written to', t => {
	for (const pipe of openPipes(['read'])) {
		t.is(readRest(pipe.readFd).length, 0);
		writeSync(pipe.writeFd, 'open');
		t.is(Buffer.from(readRest(pipe.readFd)).toString(), 'open');
		writeSync(pipe.writeFd, 'x'.repeat(65_536));
		closeSync(pipe.writeFd);
		t.is(readRest(pipe.readFd).length, 65_536);
		t.is(readRest(pipe.readFd).length, 0);
		closeSync(pipe.readFd);
	}
});
