/** Tlog's rate limit: whole messages, measured by their lines. */
export type Limit = {
	readonly action: 'pass' | 'delay' | 'drop';
	readonly bytesPerSecond: number;
	/** Bytes above the rate that may come at once. */
	readonly burstBytes: number;
};

export type Limiter = {
	/**
	@param sizeBytes - of the whole line.
	@param nowMs - never jumps back.
	@returns How long to wait before the message is written (0: at once), or `undefined` when it must be dropped.
	*/
	readonly admit: (sizeBytes: number, nowMs: number) => number | undefined;
	readonly state: () => LimiterState;
};

/** What a limiter knows; made anew from it, it goes on as it was. */
export type LimiterState = {readonly filledBytes: number; readonly drainedAtMs: number};

/** A leaky bucket that holds a second's rate and the burst, and drains at the rate. */
export function createLimiter({action, bytesPerSecond, burstBytes}: Limit, from: LimiterState = emptyBucket): Limiter {
	if (action === 'pass') {
		return {admit: () => 0, state: () => from};
	}

	const capacity = bytesPerSecond + burstBytes;
	let {filledBytes: filled, drainedAtMs} = from;
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
		state: () => ({filledBytes: filled, drainedAtMs}),
	};
}

const emptyBucket: LimiterState = {filledBytes: 0, drainedAtMs: 0};
