import {writeToStream} from '../export/write-export.ts';
import type {View} from './view.ts';

export const showMessages: View = async ({store, session}, {stdout}) => {
	await writeToStream(linesOf(store.readMessages(session)), stdout);
};

async function * linesOf(messages: AsyncIterable<{readonly text: string}>): AsyncGenerator<string> {
	for await (const {text} of messages) {
		yield `${text}\n`;
	}
}
