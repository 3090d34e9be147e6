import type {AsciicastEvent} from '../format/asciicast/asciicast.ts';
import type {SessionKey, Store} from '../store/store.ts';

const most = 1000; // Of one cast: what people set by hand.
const mostCharacters = 1000;

export type Labels = {
	/** Keeps the event if it is a label. */
	readonly add: (event: AsciicastEvent | undefined) => void;
	/** Adds them as bookmarks of the recording; those that are there already are not added again. */
	readonly store: (store: Store, key: SessionKey, startedAt: number) => Promise<void>;
};

/** Gathers the labels of an asciicast, which have no place in messages. */
export function createLabels(): Labels {
	const labels: Array<{readonly positionMs: number; readonly text: string}> = [];
	return {
		add(event) {
			if (event?.code === 'm' && labels.length < most) {
				labels.push({positionMs: Math.floor(event.positionMs), text: event.data.slice(0, mostCharacters)});
			}
		},
		async store(store, key, startedAt) {
			const known = new Set((await store.listNotes(key)).filter(({kind}) => kind === 'bookmark').map(({positionMs, text}) => `${positionMs} ${text}`));
			for (const {positionMs, text} of labels.filter(label => !known.has(`${label.positionMs} ${label.text}`))) {
				await store.addNote({...key, at: startedAt + positionMs, who: 'asciicast', kind: 'bookmark', positionMs, text});
			}
		},
	};
}
