/** Holds a source back for as long as anything asks for it. */
export type Gate = {
	readonly hold: (reason: string) => void;
	readonly release: (reason: string) => void;
	readonly isOpen: () => boolean;
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
