/** Work on one recording, one piece after the other. */
export type WorkQueue = {
	readonly push: (work: Work) => void;
	/** Like `push`, but what waits is dropped: this makes it pointless. */
	readonly replace: (work: Work) => void;
	readonly isBusy: () => boolean;
	/** Drops what waits; resolves when nothing runs any more. */
	readonly close: () => Promise<void>;
};

export type Work = () => Promise<void>;

/** Errors of the work go to `onError`; the work behind it goes on. */
export function createWorkQueue(onError: (error: unknown) => void): WorkQueue {
	let waiting: Work[] = [];
	let running: Promise<void> | undefined;
	let isClosed = false;

	async function run(): Promise<void> {
		for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
			try {
				await work();
			} catch (error) {
				onError(error);
			}
		}

		running = undefined;
	}

	function push(work: Work): void {
		if (isClosed) {
			return;
		}

		waiting.push(work);
		running ??= run();
	}

	return {
		push,
		replace(work) {
			waiting = [];
			push(work);
		},
		isBusy: () => running !== undefined,
		async close() {
			isClosed = true;
			waiting = [];
			await running;
		},
	};
}
