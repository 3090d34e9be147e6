import {Buffer} from 'node:buffer';
import {stripVTControlCharacters} from 'node:util';
import {isLineEnd} from './mask.ts';

/** Longest stretch of the last line that is looked at. */
const tailBytes = 256;

/**
Words by which programs ask for a secret. Needed where the terminal's flags tell nothing: a program that reads key by key (`sudo` with `pwfeedback`), and a prompt shown by another host.
*/
const prompt = /(?:pass(?:word|phrase|code|wd)|passwort|kennwort|mot de passe|contraseña|senha|пароль|密码|密碼|パスワード|\b(?:pin|otp|secret|token)\b|verification code)[^\n:：]*[:：]\s*$/iv;

export type PromptWatch = {
	/** Bytes shown. */
	readonly see: (output: Uint8Array) => void;
	/** True when what was shown last asks for a secret; stays true until the line typed is ended. */
	readonly isAsking: (typed: Uint8Array) => boolean;
	readonly state: () => PromptState;
};

/** What a watch knows; made anew from it, it goes on as it was. */
export type PromptState = {
	/** Last bytes shown. */
	readonly tail: Uint8Array;
	/** The line typed after a question has not ended yet. */
	readonly isAnswering: boolean;
};

export function watchPrompt(from: PromptState = nothingShown): PromptWatch {
	let {tail, isAnswering} = from;

	return {
		see(output) {
			tail = output.length >= tailBytes ? Uint8Array.from(output.subarray(-tailBytes)) : Buffer.concat([tail.subarray(output.length - tailBytes), output]);
		},
		isAsking(typed) {
			const isSecret = isAnswering || prompt.test(readLastLine(tail));
			isAnswering = isSecret && typed.every(byte => !isLineEnd(byte));
			if (!isAnswering) {
				tail = new Uint8Array(0);
			}

			return isSecret;
		},
		state: () => ({tail, isAnswering}),
	};
}

function readLastLine(tail: Uint8Array): string {
	const text = stripVTControlCharacters(Buffer.from(tail).toString());
	return text.slice(text.lastIndexOf('\n') + 1).replaceAll(/\p{Control}/gv, '');
}

const nothingShown: PromptState = {tail: new Uint8Array(0), isAnswering: false};
