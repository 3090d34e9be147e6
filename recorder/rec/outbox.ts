import type {Delivery, OutgoingMessage} from '../delivery/delivery.ts';

/** What may wait while the delivery fails, and above which a slow one holds the command back. */
const capacityBytes = 1_048_576;

const trialMessages = 8;

export type Outbox = {
	readonly push: (message: OutgoingMessage) => void;
	/** Hand over what waits; a synchronous delivery has it when this returns. */
	readonly drain: () => void;
	/** More waits than a working delivery has taken: the command should pause. */
	readonly isBehind: () => boolean;
	/** A last try, then close. */
	readonly close: () => Promise<Losses>;
};

/** What a recording lacks, told once it is over. */
export type Losses = {
	readonly messages: number;
	readonly fault: unknown;
};

export type OutboxOptions = {
	readonly delivery: Delivery;
	/** Called at the first failure. */
	readonly onFault: (fault: unknown) => void;
	/** Called when a delivery that was behind has caught up, or has failed (nobody waits for it then). */
	readonly onRoom: () => void;
};

/** Messages on their way to a delivery. One that fails is offered them again at each drain; what does not fit meanwhile is lost, and the hole in the message numbers shows it. */
export function createOutbox({delivery, onFault, onRoom}: OutboxOptions): Outbox {
	let waiting: OutgoingMessage[] = [];
	let waitingBytes = 0;
	let writing: Promise<void> | undefined;
	let isFailing = false;
	let lost = 0;
	let fault: unknown;

	function drain(): void {
		if (writing !== undefined || waiting.length === 0) {
			return;
		}

		const batch = takeBatch();
		try {
			const written = delivery.write(batch);
			if (written !== undefined) {
				writing = settle(written, batch);
				return;
			}

			isFailing = false;
		} catch (error) {
			takeBack(batch, error);
			return;
		}

		drain();
	}

	/** A disk with little room takes a little: after a failure few are tried first. */
	function takeBatch(): OutgoingMessage[] {
		const batch = waiting.slice(0, isFailing ? trialMessages : undefined);
		waiting = waiting.slice(batch.length);
		waitingBytes = waiting.reduce((sum, {text}) => sum + text.length, 0);
		return batch;
	}

	async function settle(written: Promise<void>, batch: OutgoingMessage[]): Promise<void> {
		try {
			await written;
			isFailing = false;
			writing = undefined;
			drain();
		} catch (error) {
			writing = undefined;
			takeBack(batch, error);
		}

		onRoom();
	}

	function takeBack(batch: OutgoingMessage[], error: unknown): void {
		const later = waiting;
		waiting = [];
		waitingBytes = 0;
		const isFirst = fault === undefined;
		fault ??= error;
		isFailing = true;
		for (const message of [...batch, ...later]) {
			push(message);
		}

		if (isFirst) {
			onFault(error);
		}
	}

	function push(message: OutgoingMessage): void {
		if (isFailing && waitingBytes + message.text.length > capacityBytes) {
			lost++;
			return;
		}

		waiting.push(message);
		waitingBytes += message.text.length;
	}

	return {
		push,
		drain,
		isBehind: () => !isFailing && waitingBytes > capacityBytes,
		async close() {
			await writing;
			drain();
			await writing;
			try {
				await delivery.close();
			} catch (error) {
				fault ??= error;
			}

			return {messages: lost + waiting.length, fault};
		},
	};
}
