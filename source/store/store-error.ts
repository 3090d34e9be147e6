/** The store cannot be opened, read or written. Printed in one line, exit code 3. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	/** True when the same call may work later (locked, server down), false when it will not (not a database, newer version). */
	readonly isRetryable: boolean;

	/** What cannot be used: the store, one recording in it while others can, or an index pass that another process was quicker than. */
	readonly failed: 'store' | 'recording' | 'pass';

	constructor(message: string, options: {readonly isRetryable?: boolean; readonly failed?: StoreError['failed']; readonly cause?: unknown} = {}) {
		super(message, {cause: options.cause});
		this.isRetryable = options.isRetryable ?? false;
		this.failed = options.failed ?? 'store';
	}
}
