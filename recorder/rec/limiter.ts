import type {Limit} from './options.ts';

export type Limiter = {
	/**
	@param sizeBytes - of the whole line.
	@param nowMs - never jumps back.
	@returns How long to wait before the message is written (0: at once), or `undefined` when it must be dropped.
	*/
	readonly admit: (sizeBytes: number, nowMs: number) => number | undefined;
};

/** A leaky bucket that holds a second's rate and the burst, and drains at the rate. */
export function createLimiter({action, bytesPerSecond, burstBytes}: Limit): Limiter {
	if (action === 'pass') {
		return {admit: () => 0};
	}

	const capacity = bytesPerSecond + burstBytes;
	let filled = 0;
	let drainedAtMs = 0;
	return {
		admit(sizeBytes, nowMs) {
			filled = Math.max(0, filled - ((nowMs - drainedAtMs) * bytesPerSecond / 1000));
			drainedAtMs = nowMs;
			const excess = filled + sizeBytes - capacity;
			if (action === 'drop' && excess > 0) {
				return undefined;
			}

			filled += sizeBytes;
			return excess > 0 ? Math.ceil(excess * 1000 / bytesPerSecond) : 0;
		},
	};
}
