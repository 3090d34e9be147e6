/** The marks that the console draws, each one cell wide. */
export type Glyphs = {
	readonly isAscii: boolean;
	readonly cursor: string;
	readonly live: string;
	readonly stale: string;
	readonly mark: string;
	readonly descending: string;
	readonly ascending: string;
	readonly ellipsis: string;
	readonly part: string;
	readonly line: string;
	readonly cross: string;
	readonly corners: readonly [topLeft: string, topRight: string, bottomLeft: string, bottomRight: string];
	readonly arrow: string;
	readonly spinner: readonly string[];
	/** From nothing to most. */
	readonly heat: readonly string[];
	readonly idle: string;
	readonly compressed: string;
	readonly gap: string;
	readonly playhead: string;
	readonly target: string;
	readonly hit: string;
	readonly bookmark: string;
	readonly command: string;
	readonly resize: string;
	readonly loop: readonly [start: string, end: string];
	readonly playing: string;
	readonly paused: string;
	readonly waiting: string;
	readonly ended: string;
	readonly slow: string;
	readonly hidden: {readonly up: string; readonly down: string; readonly left: string; readonly right: string};
	readonly times: string;
	readonly atMost: string;
	readonly minus: string;
	readonly skipped: string;
};

export type GlyphsName = 'unicode' | 'ascii';

export const glyphSets: Readonly<Record<GlyphsName, Glyphs>> = {
	unicode: {
		isAscii: false,
		cursor: '▸',
		live: '●',
		stale: '○',
		mark: '▪',
		descending: '▾',
		ascending: '▴',
		ellipsis: '…',
		part: '│',
		line: '─',
		cross: '┼',
		corners: ['┌', '┐', '└', '┘'],
		arrow: '→',
		spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
		heat: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
		idle: '·',
		compressed: '┊',
		gap: '╳',
		playhead: '▲',
		target: '△',
		hit: '•',
		bookmark: '◆',
		command: '╵',
		resize: '↔',
		loop: ['⟦', '⟧'],
		playing: '▶',
		paused: '‖',
		waiting: '◌',
		ended: '■',
		slow: '⧗',
		hidden: {up: '▴', down: '▾', left: '◂', right: '▸'},
		times: '×',
		atMost: '≤',
		minus: '−',
		skipped: '»',
	},
	ascii: {
		isAscii: true,
		cursor: '>',
		live: '*',
		stale: 'o',
		mark: '+',
		descending: 'v',
		ascending: '^',
		ellipsis: '~',
		part: '|',
		line: '-',
		cross: '+',
		corners: ['+', '+', '+', '+'],
		arrow: '>',
		spinner: ['|', '/', '-', '\\'],
		heat: [' ', '.', ':', '-', '=', '+', '*', '#', '#'],
		idle: ',',
		compressed: '|',
		gap: 'x',
		playhead: '^',
		target: 'v',
		hit: '*',
		bookmark: '+',
		command: '\'',
		resize: '~',
		loop: ['[', ']'],
		playing: '>',
		paused: '"',
		waiting: '?',
		ended: '#',
		slow: 'w',
		hidden: {up: '^', down: 'v', left: '<', right: '>'},
		times: 'x',
		atMost: '<',
		minus: '-',
		skipped: '>',
	},
};
