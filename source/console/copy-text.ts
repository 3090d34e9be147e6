import {Buffer} from 'node:buffer';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {stateFolder} from '../config.ts';
import type {Ports} from './ports.ts';

/**
Put text on the clipboard of the person's terminal by OSC 52, which ssh carries and terminals may refuse; and into a file that only the person may read.

@returns What to tell the person: what was copied and where it is.
*/
export function copyText({text, what}: {readonly text: string; readonly what: string}, {stdout, environment, clipboardLimit}: Pick<Ports, 'stdout' | 'environment' | 'clipboardLimit'>): string {
	const encoded = Buffer.from(text, 'utf8').toString('base64');
	const file = keep(text, environment);
	if (encoded.length > clipboardLimit) {
		return 'error' in file ? `Not copied: more than ${clipboardLimit} characters for the terminal, and ${file.error}` : `Too long for the terminal: ${what} is in ${file.name} only.`;
	}

	stdout.write(wrap(`\u{1B}]52;c;${encoded}\u{7}`, environment));
	return `Copied ${what} (OSC 52 sent; ${'error' in file ? file.error : 'also in copy.txt'})`;
}

function keep(text: string, environment: Ports['environment']): {readonly name: string} | {readonly error: string} {
	const folder = stateFolder(environment);
	const name = path.join(folder, 'copy.txt');
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		writeFileSync(name, text, {mode: 0o600});
		return {name};
	} catch (error) {
		return {error: error instanceof Error ? error.message : String(error)};
	}
}

/** Multiplexers keep such sequences for themselves unless they are wrapped for them. */
function wrap(sequence: string, {TMUX: tmux, TERM: term}: Ports['environment']): string {
	if (tmux !== undefined && tmux !== '') {
		return `\u{1B}Ptmux;${sequence.replaceAll('\u{1B}', '\u{1B}\u{1B}')}\u{1B}\\`;
	}

	return term?.startsWith('screen') ? `\u{1B}P${sequence}\u{1B}\\` : sequence;
}
