const rest = 32; // Longer than any of the sequences.

// Full clear, reset, change to or from the alternate screen, home and clear to the end. ␛ stands for the escape character.
const redraw = new RegExp(String.raw`␛(?:c|\[2J|\[\?(?:\d+;)*(?:47|1047|1049)[hl]|\[(?:1?;1?)?H(?:␛\[[\d;]*m)*␛\[0?J)`.replaceAll('␛', '\u{1B}'), 'v');

/** Looks for output that draws the whole screen anew. */
export type RedrawWatch = {
	/** Whether the bytes, with those just before them, do so. */
	readonly see: (data: Uint8Array) => boolean;
};

/**
Watch for the sequences by which programs start from a blank screen.

A program may draw all of it by other means; then the screen counts as uncertain for longer than it is, never shorter.
*/
export function createRedrawWatch(): RedrawWatch {
	const decoder = new TextDecoder('latin1');
	let before = '';

	return {
		see(data) {
			const text = before + decoder.decode(data);
			const isRedrawn = redraw.test(text);
			before = isRedrawn ? '' : text.slice(-rest);
			return isRedrawn;
		},
	};
}
