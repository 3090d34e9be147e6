import {showControls} from '../../terminal/show-controls.ts';
import {writeToStream} from '../export/write-export.ts';
import type {View} from './view.ts';

export const showMessages: View = async ({store, session}, {stdout}) => {
	await writeToStream(linesOf(store.readMessages(session), stdout.isTTY), stdout);
};

/** Verbatim for a pipe; a terminal gets no control character of a line, whatever stands in it. */
async function * linesOf(messages: AsyncIterable<{readonly text: string}>, isTerminal: boolean): AsyncGenerator<string> {
	for await (const {text} of messages) {
		yield `${isTerminal ? showControls(text) : text}\n`;
	}
}
