import type {Span} from '../../terminal/screen.ts';
import type {ColorLevel} from './color-level.ts';
import {keepPrintable} from './printable.ts';
import {hasCellPerCharacter} from './span-cells.ts';
import {styleSequence} from './style-sequence.ts';

export type RowView = {
	/** Column of the auditor's terminal where the row begins, counted from 0. */
	readonly left: number;
	/** First column of the recording that is shown. */
	readonly from: number;
	readonly columns: number;
	readonly colors: ColorLevel;
	/** The terminal shows ASCII only: other characters become `?`. */
	readonly isAscii: boolean;
	readonly isDimmed: boolean;
};

export type PaintedRow = {
	/** SGR sequences, cursor moves inside the row, and printable characters; for a row that was cleared before, with the cursor at its first cell. */
	readonly text: string;
	/** Characters that `?` stands for. */
	readonly unshown: number;
};

/**
Write the visible part of a recorded row as text for the auditor's terminal.

After each character that is not ASCII the column is addressed anew: terminals disagree about widths, and so the disagreement ends at that cell. Half a wide character at the edge is blank.
*/
export function paintRow(spans: readonly Span[], view: RowView): PaintedRow {
	const pen = new Pen(view);
	for (const span of spans) {
		if (span.column >= view.from + view.columns) {
			break;
		}

		if (span.column + span.columns > view.from) {
			paintSpan(pen, span, view);
		}
	}

	return pen.finish();
}

function paintSpan(pen: Pen, span: Span, view: RowView): void {
	const first = Math.max(span.column, view.from);
	const end = Math.min(span.column + span.columns, view.from + view.columns);
	const style = styleSequence(span.style, view.colors, view.isDimmed);
	const isBlanked = span.style.isInvisible && view.colors === 'mono';
	if (!isBlanked && isAscii(span.text)) {
		pen.putAscii(first, style, span.text.slice(first - span.column, end - span.column));
	} else if (isBlanked || (span.columns > end - first && !hasCellPerCharacter(span))) {
		pen.putAscii(first, style, ' '.repeat(end - first));
	} else if (hasCellPerCharacter(span)) {
		putRun(pen, [...span.text].slice(first - span.column, end - span.column), {first, style});
	} else {
		pen.putCluster(first, style, {text: span.text, columns: span.columns});
	}
}

function putRun(pen: Pen, characters: readonly string[], {first, style}: {readonly first: number; readonly style: string}): void {
	for (const [index, text] of characters.entries()) {
		if (isAscii(text)) {
			pen.putAscii(first + index, style, text);
		} else {
			pen.putCluster(first + index, style, {text, columns: 1});
		}
	}
}

function isAscii(text: string): boolean {
	return /^[\u{20}-\u{7E}]*$/v.test(text);
}

const plain = '\u{1B}[0m';

class Pen {
	readonly #view: RowView;
	#text = '';
	/** Column of the recording where the terminal's cursor surely is. */
	#at: number | undefined;
	#style = plain;
	#unshown = 0;

	constructor(view: RowView) {
		this.#view = view;
		this.#at = view.from;
	}

	putAscii(column: number, style: string, text: string): void {
		// Plain blanks are there already: the row was cleared. Short ones are cheaper written than jumped over.
		if (style === plain && text.length > 5 && text.trim() === '') {
			return;
		}

		this.#put(column, style, text);
		this.#at = column + text.length;
	}

	putCluster(column: number, style: string, {text, columns}: {readonly text: string; readonly columns: number}): void {
		if (this.#view.isAscii) {
			this.#unshown++;
			this.putAscii(column, style, '?'.repeat(columns));
			return;
		}

		const printable = keepPrintable(text);
		if (printable === '') {
			this.putAscii(column, style, ' '.repeat(columns));
			return;
		}

		// A mark without a character to stand on would join the cell before.
		this.#put(column, style, /^\p{Mark}/v.test(printable) ? ` ${printable}` : printable);
		this.#at = undefined;
	}

	finish(): PaintedRow {
		return {text: this.#style === plain ? this.#text : this.#text + plain, unshown: this.#unshown};
	}

	#put(column: number, style: string, text: string): void {
		const move = this.#at === column ? '' : `\u{1B}[${this.#view.left + column - this.#view.from + 1}G`;
		this.#text += move + (this.#style === style ? text : style + text);
		this.#style = style;
	}
}
