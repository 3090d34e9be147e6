import headless from '@xterm/headless';
import {renderToString} from 'ink';
import {createElement} from 'react';
import {Frame} from '../../source/console/app.tsx';
import type {State} from '../../source/console/state.ts';

/**
What a person sees of a state: the frame as Ink draws it, read from the cells of a real terminal of the state's size.

@returns One line a row, trailing blanks cut, as many rows as the terminal has.
*/
export async function drawState(state: State): Promise<string> {
	const {columns, rows} = state.size;
	const written = renderToString(createElement(Frame, {state}), {columns});
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
	await new Promise<void>(resolve => {
		terminal.write(written, resolve);
	});
	const buffer = terminal.buffer.active;
	const lines = Array.from({length: rows}, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '');
	const scrolled = buffer.baseY;
	terminal.dispose();
	if (scrolled > 0) {
		throw new Error(`The frame has ${scrolled} rows more than the terminal`);
	}

	return `${lines.map(line => line.trimEnd()).join('\n').trimEnd()}\n`;
}
