import {printPosition} from '../../store/address.ts';
import {readTranscript} from '../../playback/read-transcript.ts';
import {writeToStream} from '../export/write-export.ts';
import {printJson} from '../print-json.ts';
import type {View} from './view.ts';

export const showText: View = async ({store, session, isJson}, {stdout}) => {
	await writeToStream(print(readTranscript(store.readMessages(session)), isJson), stdout);
};

async function * print(lines: ReturnType<typeof readTranscript>, isJson: boolean): AsyncGenerator<string> {
	for await (const line of lines) {
		yield isJson ? `${printJson({type: 'line', ...line})}\n` : `${printPosition(line.positionMs)}\t${line.text}\n`;
	}
}
