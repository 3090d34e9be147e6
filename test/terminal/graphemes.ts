import {spawnSync} from 'node:child_process';
import process from 'node:process';
import test from 'ava';

const load = new URL('../../source/terminal/create-emulator.js', import.meta.url);

for (const usedBytes of [0, 20_000, 50_000, 60_000, 64_000, 66_000, 68_000]) {
	test(`widths are right after ${usedBytes} bytes of the memory that small buffers share were used`, t => {
		const program = `
			for (let used = 0; used < ${usedBytes}; used += 8) Buffer.from('\\0'.repeat(8));
			const {createEmulator} = await import(${JSON.stringify(load.href)});
			const emulator = createEmulator({columns: 20, rows: 1});
			emulator.write('漢\u{1F600}\u{1F1EB}\u{1F1F7}e\u{301}');
			console.log(emulator.readCursor().column);
		`;
		const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {encoding: 'utf8'});
		t.is(stdout, '7\n', stderr.slice(-1000));
	});
}
