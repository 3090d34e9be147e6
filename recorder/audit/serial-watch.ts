import type {Outgoing} from './outgoing.ts';

const patienceMs = 5000; // An event without an end waits two seconds for one.
const tellMs = 10_000;
const mostHoles = 10_000;

/** Sees which serials never came. The kernel's filters leave holes as well: only with other signs are they a loss. */
export type SerialWatch = {
	readonly see: (event: {readonly serial: string; readonly at: number}, elapsedMs: number) => void;
	/** Whether a serial is missing for so long that the log should be asked. */
	readonly isSuspicious: (elapsedMs: number) => boolean;
	/** Returns what is missing still, told once and not too often. */
	readonly tell: (elapsedMs: number) => readonly Outgoing[];
};

export function createSerialWatch(): SerialWatch {
	const holes = new Map<number, number>();
	let highest = 0;
	let lastAt = 0;
	let toldMs = -Infinity;

	return {
		see({serial, at}, elapsedMs) {
			const number = Number(serial);
			holes.delete(number);
			if (!Number.isSafeInteger(number) || number <= highest) {
				return;
			}

			lastAt = at;
			if (highest > 0 && number - highest <= mostHoles - holes.size) {
				for (let hole = highest + 1; hole < number; hole++) {
					holes.set(hole, elapsedMs);
				}
			}

			highest = number;
		},
		isSuspicious: elapsedMs => holes.values().some(sinceMs => elapsedMs - sinceMs >= patienceMs),
		tell(elapsedMs) {
			if (elapsedMs - toldMs < tellMs) {
				return [];
			}

			const missing = holes.entries().filter(([, sinceMs]) => elapsedMs - sinceMs >= patienceMs).map(([hole]) => hole).toArray();
			if (missing.length === 0) {
				return [];
			}

			toldMs = elapsedMs;
			for (const hole of missing) {
				holes.delete(hole);
			}

			return [{type: 'gap', at: lastAt, cause: 'serials', count: missing.length, first: String(missing[0]), last: String(missing.at(-1)), text: 'serials that came neither from auditd nor in its log; filters of the kernel leave such holes, too'}];
		},
	};
}
