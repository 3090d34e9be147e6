import type {OutgoingMessage} from './delivery.ts';

/** Which messages of a batch that failed the other side has all the same. The batch is offered again, and they need not go twice. */
export type Taken = {
	readonly add: (message: OutgoingMessage) => void;
	readonly leaveOut: (messages: readonly OutgoingMessage[]) => readonly OutgoingMessage[];
	/** The batch is through. */
	readonly forget: () => void;
};

export function createTaken(): Taken {
	const keys = new Set<string>();
	return {
		add(message) {
			keys.add(keyOf(message));
		},
		leaveOut: messages => keys.size === 0 ? messages : messages.filter(message => !keys.has(keyOf(message))),
		forget() {
			keys.clear();
		},
	};
}

function keyOf({recording, id}: OutgoingMessage): string {
	return `${recording} ${id}`;
}
