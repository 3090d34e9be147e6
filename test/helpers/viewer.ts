import headless from '@xterm/headless';
import {UnicodeGraphemesAddon} from '../../source/terminal/graphemes.ts';

/** What an auditor's terminal shows in one cell: its text and everything that changes its look. */
export type ViewedCell = {
	readonly text: string;
	readonly columns: number;
	readonly look: string;
};

type Terminal = headless.Terminal & {readonly _core: {readonly writeSync: (data: string) => void}};

/** The terminal in front of an auditor: it believes every byte that it is sent. */
export class Viewer {
	readonly columns: number;
	readonly rows: number;
	readonly #terminal: Terminal;

	constructor(columns: number, rows: number) {
		this.columns = columns;
		this.rows = rows;
		this.#terminal = new headless.Terminal({cols: columns, rows, scrollback: 0, allowProposedApi: true, logLevel: 'off'}) as Terminal;
		this.#terminal.loadAddon(new UnicodeGraphemesAddon());
	}

	write(data: string): void {
		this.#terminal._core.writeSync(data);
	}

	/** A row's cells; the second half of a wide character is none. */
	readCells(row: number): ReadonlyMap<number, ViewedCell> {
		const line = this.#terminal.buffer.active.getLine(row);
		const cells = new Map<number, ViewedCell>();
		for (let column = 0; column < this.columns; column++) {
			const cell = line?.getCell(column);
			if (cell !== undefined && cell.getWidth() > 0) {
				cells.set(column, {text: cell.getChars() || ' ', columns: cell.getWidth(), look: describeLook(cell)});
			}
		}

		return cells;
	}

	readLines(): readonly string[] {
		return Array.from({length: this.rows}, (_, row) => this.#terminal.buffer.active.getLine(row)?.translateToString(true) ?? '');
	}

	readCursor(): readonly [column: number, row: number] {
		const {cursorX, cursorY} = this.#terminal.buffer.active;
		return [cursorX, cursorY];
	}
}

function describeLook(cell: headless.IBufferCell): string {
	const color = (isDefault: boolean, isDirect: boolean, value: number): string => {
		if (isDefault) {
			return '-';
		}

		return isDirect ? `#${value.toString(16)}` : String(value);
	};

	const background = color(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor());
	if (cell.getChars() === '') {
		// A cell that was erased, not written, shows nothing but its background.
		return `- ${background} .........`;
	}

	const flags = [cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isBlink(), cell.isInverse(), cell.isInvisible(), cell.isStrikethrough(), cell.isOverline()];
	return [
		color(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
		background,
		flags.map(flag => flag === 0 ? '.' : 'x').join(''),
	].join(' ');
}
