import type {Packet} from '../format/recording/packet.ts';
import {createTextReader} from '../terminal/text-reader.ts';
import {createAlternateTracker} from './alternate-tracker.ts';
import {splitKeys} from './split-keys.ts';
import type {RawKey} from './split-keys.ts';
import type {TypedKey} from './typed-key.ts';

type LineKey = RawKey & {
	readonly positionMs: number;
	/** Length of the line's output when it was pressed. */
	readonly outputAt: number;
};

/** The keys up to an Enter, and what the terminal showed meanwhile. */
type TypedLine = {
	readonly keys: LineKey[];
	/** The text before the first key, in its row. */
	readonly prompt: string;
	/** The alternate screen was on at the first key. */
	readonly isAlternate: boolean;
	/** From the first key on. */
	output: string;
	/** Length of the output at the Enter. */
	enteredAt: number | undefined;
};

/** Shown for a secret of any length. */
const secret = '••••';

/**
Tell which keys were pressed, from a stretch of a recording.

What was typed while the terminal did not show it, or after a prompt for a password, is a secret, and nothing of it is told, not even how long it is. A line whose echo is not known yet is one, too.
Output alone is no echo: each key must come back soon after it was pressed. Only programs that have the alternate screen show something else.

@param packets - in order; they should begin before and end after the keys in question, for the echo tells what is secret.
@param screenBefore - escape text that brings a terminal into the state before the packets; without, the ordinary screen is taken to be on.
*/
export function listTypedKeys(packets: readonly Packet[], screenBefore = ''): readonly TypedKey[] {
	return listLines(packets, screenBefore).flatMap(line => tellLine(line));
}

function listLines(packets: readonly Packet[], screenBefore: string): readonly TypedLine[] {
	const [input, output] = [createTextReader(), createTextReader()];
	const lines: TypedLine[] = [];
	const alternate = createAlternateTracker();
	alternate.follow(screenBefore);
	let shown = '';
	let line: TypedLine | undefined;
	for (const packet of packets) {
		if (packet.type === 'output') {
			const written = output.read(packet.data);
			alternate.follow(written);
			const text = plain(written);
			shown = (shown + text).slice(-promptUnits);
			addOutput(line, text);
		} else if (packet.type === 'input') {
			for (const key of splitKeys(input.read(packet.data))) {
				if (line?.enteredAt !== undefined || line === undefined) {
					line = {keys: [], prompt: shown.split(/[\n\r]/v).at(-1) ?? '', isAlternate: alternate.isOn(), output: '', enteredAt: undefined};
					lines.push(line);
				}

				line.keys.push({...key, positionMs: packet.positionMs, outputAt: line.output.length});
				line.enteredAt = key.kind === 'enter' ? line.output.length : undefined;
			}
		}
	}

	return lines;
}

const promptUnits = 400;
const mostOutput = 65_536;

function addOutput(line: TypedLine | undefined, text: string): void {
	if (line !== undefined) {
		line.output = (line.output + text).slice(0, mostOutput);
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

function isHidden({keys, prompt, isAlternate, output, enteredAt}: TypedLine): boolean {
	if (secretPrompt.test(prompt)) {
		return true;
	}

	// Full-screen programs show what keys do, not the keys; but the stars of a prompt in one are no more than stars.
	const isAnswered = output.slice(0, enteredAt).replaceAll(/[\s*•]/gv, '') !== '';
	return !(isAlternate && isAnswered) && !isEchoed(keys, output);
}

/** An echo comes at once; line editors may write a little before it. */
const echoUnits = 16;
/** Those that colour words write a word anew when its meaning changes. */
const redrawnUnits = 256;
/** So many characters together are no chance. */
const redrawnCharacters = 4;

/** Each typed character comes back after its key, in order. */
function isEchoed(keys: readonly LineKey[], output: string): boolean {
	const typed = keys.flatMap(key => [...key.typed].map(character => ({character, outputAt: key.outputAt}))).filter(({character}) => character.trim() !== '');
	let from = 0;
	return typed.every(({character, outputAt}, index) => {
		from = Math.max(from, outputAt);
		const near = findEnd(output.slice(from, from + echoUnits), character);
		const word = typed.slice(Math.max(0, index + 1 - redrawnCharacters), index + 1).map(each => each.character);
		const end = near ?? (word.length < redrawnCharacters ? undefined : findEnd(output.slice(from, from + redrawnUnits), word.join('')));
		from += end ?? 0;
		return end !== undefined;
	});
}

function findEnd(text: string, wanted: string): number | undefined {
	const at = text.indexOf(wanted);
	return at === -1 ? undefined : at + wanted.length;
}

/** Without escape sequences and controls but line ends. */
function plain(text: string): string {
	// eslint-disable-next-line no-control-regex, regexp/no-control-character -- the terminal's controls
	return text.replaceAll(/\u{1B}(?:\[[\u{20}-\u{3F}]*[\u{40}-\u{7E}]|\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)?|[\u{20}-\u{2F}]*[\u{30}-\u{7E}])|[\u{0}-\u{9}\v\f\u{E}-\u{1F}\u{7F}]/gv, '');
}
