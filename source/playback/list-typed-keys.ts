import type {Packet} from '../format/recording/packet.ts';
import {createTextReader} from '../terminal/text-reader.ts';
import {splitKeys} from './split-keys.ts';
import type {RawKey} from './split-keys.ts';
import type {TypedKey} from './typed-key.ts';

/** The keys up to an Enter, and what the terminal showed meanwhile. */
type TypedLine = {
	readonly keys: Array<RawKey & {readonly positionMs: number}>;
	/** The text before the first key, in its row. */
	readonly prompt: string;
	/** Until the Enter. */
	outputBefore: string;
	/** After the Enter, or after the last key. */
	outputAfter: string;
	isEntered: boolean;
};

/** Shown for a secret of any length. */
const secret = '••••';

/**
Tell which keys were pressed, from a stretch of a recording.

What was typed while the terminal did not show it, or after a prompt for a password, is a secret, and nothing of it is told, not even how long it is. A line whose echo is not known yet is one, too.

@param packets - in order; they should begin before and end after the keys in question, for the echo tells what is secret.
*/
export function listTypedKeys(packets: readonly Packet[]): readonly TypedKey[] {
	return listLines(packets).flatMap(line => tellLine(line));
}

function listLines(packets: readonly Packet[]): readonly TypedLine[] {
	const [input, output] = [createTextReader(), createTextReader()];
	const lines: TypedLine[] = [];
	let shown = '';
	let line: TypedLine | undefined;
	for (const packet of packets) {
		if (packet.type === 'output') {
			const text = plain(output.read(packet.data));
			shown = (shown + text).slice(-promptUnits);
			addOutput(line, text);
		} else if (packet.type === 'input') {
			for (const key of splitKeys(input.read(packet.data))) {
				if (line === undefined || line.isEntered) {
					line = {keys: [], prompt: shown.split(/[\n\r]/v).at(-1) ?? '', outputBefore: '', outputAfter: '', isEntered: false};
					lines.push(line);
				}

				line.keys.push({...key, positionMs: packet.positionMs});
				line.isEntered = key.kind === 'enter';
			}
		}
	}

	return lines;
}

const promptUnits = 400;
const mostOutput = 4096;

function addOutput(line: TypedLine | undefined, text: string): void {
	if (line?.isEntered === true) {
		line.outputAfter = (line.outputAfter + text).slice(0, mostOutput);
	} else if (line !== undefined) {
		line.outputBefore = (line.outputBefore + text).slice(0, mostOutput);
	}
}

function tellLine(line: TypedLine): readonly TypedKey[] {
	const isSecret = line.keys.some(({typed}) => typed !== '') && isHidden(line);
	const first = line.keys.findIndex(({typed}) => typed !== '');
	return line.keys.flatMap(({kind, typed, drawn, positionMs}, index) => {
		if (!isSecret || (typed === '' && kind === 'enter')) {
			return [{positionMs, text: drawn}];
		}

		// Corrections tell something of a secret as well.
		return index === first ? [{positionMs, text: secret}] : [];
	});
}

/** The words before the colon of a prompt that asks for a secret. */
const secretPrompt = /(?:pass(?:word|wort|phrase|code)|\bpin\b|\botp\b|secret|token|verification code|mot de passe|contraseña|пароль|heslo)[^\n\r]{0,80}[:>?：]\s*$/iv;

function isHidden({keys, prompt, outputBefore, outputAfter}: TypedLine): boolean {
	if (secretPrompt.test(prompt)) {
		return true;
	}

	// Something else than the stars that some prompts show came back between the keys: full-screen programs show what keys do, not the keys.
	if (outputBefore.replaceAll(/[\s*•]/gv, '') !== '') {
		return false;
	}

	const typed = keys.map(key => key.typed).join('').trim();
	return typed === '' ? false : !hasInOrder(outputAfter.slice(0, echoUnits(typed)), typed);
}

/** The echo of a line comes before all that its command says. */
function echoUnits(typed: string): number {
	return (typed.length * 3) + 80;
}

function hasInOrder(text: string, wanted: string): boolean {
	let at = -1;
	return [...wanted].filter(character => character.trim() !== '').every(character => {
		at = text.indexOf(character, at + 1);
		return at !== -1;
	});
}

/** Without escape sequences and controls but line ends. */
function plain(text: string): string {
	// eslint-disable-next-line no-control-regex, regexp/no-control-character -- the terminal's controls
	return text.replaceAll(/\u{1B}(?:\[[\u{20}-\u{3F}]*[\u{40}-\u{7E}]|\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)?|[\u{20}-\u{2F}]*[\u{30}-\u{7E}])|[\u{0}-\u{9}\v\f\u{E}-\u{1F}\u{7F}]/gv, '');
}
