import {salvageMessage} from '../../source/format/recording/parse-message.ts';
import type {NewMessage, Store} from '../../source/store/store.ts';
import {openFixture} from './fixture-store.ts';
import {makeMessage} from './make-message.ts';

const sources = ['web2-alice-vim.jsonl', 'web1-carol-less.jsonl.gz', 'web1-erin-resize.jsonl', 'db2-bob-htop.jsonl', 'bastion1-erin-tmux.jsonl', 'web1-deploy-build.jsonl.zst', 'web2-carol-unicode.jsonl'];

/**
One recording made of several real ones, as if one person had done all of it, over and over.

@param outputBytes - at least that much was shown.
*/
export async function makeLongRecording(outputBytes: number): Promise<NewMessage[]> {
	const parts = await Promise.all(sources.map(async name => readTexts(name)));
	const messages: NewMessage[] = [];
	let shownBytes = 0;
	let startMs = 0;
	while (shownBytes < outputBytes) {
		for (const texts of parts) {
			let endMs = startMs;
			for (const text of texts) {
				const {packets, positionMs} = salvageMessage(text).message;
				const fields: unknown = JSON.parse(text);
				messages.push(makeMessage({id: messages.length + 1, positionMs: startMs + positionMs, text: JSON.stringify({...fields as object, id: messages.length + 1, pos: startMs + positionMs, time: undefined})}));
				endMs = startMs + (packets.at(-1)?.positionMs ?? 0);
				shownBytes += packets.reduce((sum, packet) => sum + (packet.type === 'output' ? packet.data.length : 0), 0);
			}

			startMs = endMs + 1000;
		}
	}

	return messages;
}

/** Store messages as an importer does, in batches. */
export async function addInBatches(store: Store, messages: readonly NewMessage[]): Promise<void> {
	for (let index = 0; index < messages.length; index += 500) {
		await store.addMessages(messages.slice(index, index + 500));
	}
}

async function readTexts(name: string): Promise<readonly string[]> {
	const {store, session} = await openFixture(name);
	const texts = await Array.fromAsync(store.readMessages(session), ({text}) => text);
	await store.close();
	return texts;
}
