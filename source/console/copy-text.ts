import {Buffer} from 'node:buffer';
import type {Ports} from './ports.ts';

const defaultLimit = 6000; // Base64 characters: what every terminal with OSC 52 takes.

/**
Put text on the clipboard of the person's terminal by OSC 52, which ssh carries and terminals may refuse.

@returns What to tell the person.
*/
export function copyText({text, what}: {readonly text: string; readonly what: string}, {stdout, environment}: Ports): string {
	const encoded = Buffer.from(text, 'utf8').toString('base64');
	if (encoded.length > defaultLimit) {
		return `Not copied: ${text.length} characters are more than terminals take.`;
	}

	stdout.write(wrap(`\u{1B}]52;c;${encoded}\u{7}`, environment));
	return `Copied ${what} (OSC 52 sent)`;
}

/** Multiplexers keep such sequences for themselves unless they are wrapped for them. */
function wrap(sequence: string, {TMUX: tmux, TERM: term}: Ports['environment']): string {
	if (tmux !== undefined && tmux !== '') {
		return `\u{1B}Ptmux;${sequence.replaceAll('\u{1B}', '\u{1B}\u{1B}')}\u{1B}\\`;
	}

	return term?.startsWith('screen') ? `\u{1B}P${sequence}\u{1B}\\` : sequence;
}
