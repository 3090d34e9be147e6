import {readFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {Delivery, OutgoingMessage} from '../../recorder/delivery/delivery.ts';
import {RecorderError} from '../../recorder/errors.ts';

/** The messages of a recording among the fixtures, as an agent sends them. */
export function readOutgoing(name: string): OutgoingMessage[] {
	const lines = readFileSync(findRecording(name), 'utf8').trimEnd().split('\n');
	return lines.map(text => {
		const {rec = '', user, session, id, pos, time} = JSON.parse(text) as {rec?: string; user: string; session: number; id: number; pos: number; time?: number};
		return {recording: rec, user, session, id, positionMs: pos, at: time === undefined ? undefined : Math.round(time * 1000), exit: undefined, text};
	});
}

export function findRecording(name: string): string {
	return fileURLToPath(new URL(`../../../fixtures/recordings/${name}`, import.meta.url));
}

/** Messages of one long recording, their text of the length of real ones. */
export function makeOutgoing(count: number, recording = 'c0ffee-1-1'): OutgoingMessage[] {
	return Array.from({length: count}, (_, index) => {
		const id = index + 1;
		const text = `{"ver":"2.3","host":"web-1","rec":"${recording}","user":"ann","term":"xterm","session":7,"id":${id},"pos":${id},"time":1790000000.000,"timing":">1000","in_txt":"","in_bin":[],"out_txt":"${`${id} `.repeat(1000).slice(0, 1000)}","out_bin":[]}`;
		return {recording, user: 'ann', session: 7, id, positionMs: id, at: 1_790_000_000_000, exit: undefined, text};
	});
}

/** Offer the messages as the agent does: again and again, until the writer has them. Returns how often that failed. */
export async function deliver(delivery: Delivery, messages: readonly OutgoingMessage[]): Promise<number> {
	for (let failures = 0; ; failures++) {
		try {
			await delivery.write(messages);
			return failures;
		} catch (error) {
			if (!(error instanceof RecorderError)) {
				throw error; // Only what is worth another try is.
			}

			await setTimeout(20);
		}
	}
}
