/** Knows whether the alternate screen is on. */
export type AlternateTracker = {
	readonly follow: (output: string) => void;
	readonly isOn: () => boolean;
};

/** Follow the terminal's output from a place where the ordinary screen is on, or is taken to be. */
export function createAlternateTracker(): AlternateTracker {
	let isOn = false;
	let rest = '';
	return {
		follow(output) {
			const text = rest + output;
			for (const [sequence] of text.matchAll(change)) {
				isOn = sequence.endsWith('h');
			}

			// A sequence may have been cut in two.
			rest = begun.exec(text)?.[0] ?? '';
		},
		isOn: () => isOn,
	};
}

/** Set and reset of the private modes 47, 1047 and 1049, also among others, and the reset of the terminal. */
// eslint-disable-next-line no-control-regex, regexp/no-control-character -- the terminal's controls
const change = /\u{1B}\[\?(?:\d{1,5};){0,8}(?:47|1047|1049)(?:;\d{1,5}){0,8}[hl]|\u{1B}c/gv;

// eslint-disable-next-line no-control-regex, regexp/no-control-character -- the terminal's controls
const begun = /\u{1B}(?:\[[\d;?]{0,30})?$/v;
