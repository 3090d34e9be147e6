/** Tells the system's log of each fault once, and once when it is mended. */
export type Telling = {
	readonly fault: (about: string, fault: unknown) => void;
	readonly mended: (about: string) => void;
	/** Those that last, by what they are about. */
	readonly faults: () => ReadonlyMap<string, string>;
};

export function createTelling(say: (line: string) => void): Telling {
	const faults = new Map<string, string>();
	return {
		fault(about, fault) {
			const text = fault instanceof Error ? fault.message : String(fault);
			if (!faults.has(about)) {
				say(text.startsWith(about) ? text : `${about}: ${text}`);
			}

			faults.set(about, text);
		},
		mended(about) {
			if (faults.delete(about)) {
				say(`${about}: all is well again`);
			}
		},
		faults: () => faults,
	};
}
