import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describeMachine} from './machine.ts';

/**
Write a result beside the others, and to standard output.

@param name - of the benchmark; the file is `benchmark/results/NAME.md`.
@param title - one line.
@param body - Markdown.
*/
export function writeResult(name: string, title: string, body: string): void {
	const text = `# ${title}\n\n\`npm run benchmark ${name}\`, ${describeMachine()}.\n\n${body.trim()}\n`;
	writeFileSync(fileURLToPath(new URL(`../../../benchmark/results/${name}.md`, import.meta.url)), text);
	console.log(text);
}
