import {readTranscript} from '../playback/read-transcript.ts';
import type {Export} from './export-source.ts';

/** The lines that stood on the terminal, as text: no escape sequence, no control character. */
export const exportText: Export = async function * ({readMessages, fromMs, untilMs}) {
	for await (const {positionMs, text} of readTranscript(readMessages())) {
		if (positionMs >= fromMs && positionMs <= untilMs) {
			yield `${text}\n`;
		}
	}
};
