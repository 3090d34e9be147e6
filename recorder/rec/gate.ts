import type {Clock} from '../../source/clock.ts';

/** Holds a source back for as long as anything asks for it. */
export type Gate = {
	readonly hold: (reason: string) => void;
	readonly release: (reason: string) => void;
	readonly isOpen: () => boolean;
};

/** Holds a gate until a moment that may be put off. */
export type Deadline = {
	/** @param untilMs - of the clock; a moment before one already asked for changes nothing. */
	readonly holdUntil: (untilMs: number) => void;
	/** The session is over: nothing is waited for any more. */
	readonly cancel: () => void;
};

/** Open at first; `onOpen` is called when the last reason to hold has gone. */
export function createGate(onOpen: () => void): Gate {
	const reasons = new Set<string>();
	return {
		hold(reason) {
			reasons.add(reason);
		},
		release(reason) {
			if (reasons.delete(reason) && reasons.size === 0) {
				onOpen();
			}
		},
		isOpen: () => reasons.size === 0,
	};
}

/** Above 24 days a timer fires at once. */
const longestTimerMs = 86_400_000;

/** Holds `gate` for `reason`, with one timer however often it is asked. */
export function createDeadline(gate: Gate, reason: string, clock: Clock): Deadline {
	let latestMs = 0;
	let timer: NodeJS.Timeout | undefined;

	function check(): void {
		timer = undefined;
		if (latestMs > clock.elapsedMs()) {
			wait();
		} else {
			gate.release(reason);
		}
	}

	function wait(): void {
		timer = setTimeout(check, Math.min(latestMs - clock.elapsedMs(), longestTimerMs));
	}

	return {
		holdUntil(untilMs) {
			latestMs = Math.max(latestMs, untilMs);
			gate.hold(reason);
			if (timer === undefined) {
				wait();
			}
		},
		cancel() {
			clearTimeout(timer);
		},
	};
}
