import type {Clock} from '../clock.ts';

/** Tells what is wrong with what is sent, without letting a sender fill the log. */
export type Complaints = {
	readonly add: (complaint: string) => void;
};

const perSpan = 5;
const spanMs = 10_000;

/** Tells the first few of each ten seconds, and how many more there were with the next one told. */
export function createComplaints(clock: Clock, tell: (line: string) => void): Complaints {
	let spanFromMs = -spanMs;
	let told = 0;
	let untold = 0;
	return {
		add(complaint) {
			const nowMs = clock.elapsedMs();
			if (nowMs - spanFromMs >= spanMs) {
				spanFromMs = nowMs;
				told = 0;
			}

			if (told === perSpan) {
				untold++;
				return;
			}

			told++;
			tell(untold === 0 ? complaint : `${complaint} (and ${untold} more complaints before)`);
			untold = 0;
		},
	};
}
