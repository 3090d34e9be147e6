// Runs ava and closes with the line `N passed, N failed[, N skipped]`. Files may be named: `npm run unit -- dist/test/layers.js`.
import {spawn} from 'node:child_process';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

const cli = fileURLToPath(new URL('../../node_modules/ava/entrypoints/cli.js', import.meta.url));
const ava = spawn(process.execPath, [cli, '--tap', ...process.argv.slice(2)], {stdio: ['ignore', 'pipe', 'pipe']});
const counts = {passed: 0, failed: 0, skipped: 0};
let isInsideFailure = false;

// Ink's cursor helper writes this at the end of each process that drew on a terminal; the last line is ours.
ava.stderr.on('data', chunk => {
	process.stderr.write(chunk.toString().replaceAll('\u{1B}[?25h', ''));
});

createInterface({input: ava.stdout}).on('line', line => {
	if (/^ok .*# SKIP/v.test(line)) {
		counts.skipped++;
		isInsideFailure = false;
		console.log(line);
	} else if (line.startsWith('ok')) {
		counts.passed++;
		isInsideFailure = false;
	} else if (line.startsWith('not ok')) {
		counts.failed++;
		isInsideFailure = true;
		console.log(line);
	} else if (isInsideFailure || line.startsWith('Bail out')) {
		console.log(line);
	}
});

ava.on('close', code => {
	if (counts.passed + counts.failed === 0) {
		console.log('No test ran.');
		counts.failed = 1;
	} else if (code !== 0 && counts.failed === 0) {
		console.log(`ava ended with ${code} although no test failed.`);
		counts.failed = 1;
	}

	const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
	console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
	process.exitCode = counts.failed === 0 ? 0 : 1;
});
