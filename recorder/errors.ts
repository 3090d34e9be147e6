/** The recorder cannot do its work: no terminal to be had, nowhere to record to, a program that is not there. Printed in one line. */
export class RecorderError extends Error {
	override readonly name = 'RecorderError';
	/** Exit code: 3 unless a shell would give another (126 and 127 for a program that cannot be run). */
	readonly exitCode: number;

	constructor(message: string, options: {readonly exitCode?: number; readonly cause?: unknown} = {}) {
		super(message, {cause: options.cause});
		this.exitCode = options.exitCode ?? 3;
	}
}
