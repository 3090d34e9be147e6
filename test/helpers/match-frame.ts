import {readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import type {ExecutionContext} from 'ava';
import type {State} from '../../source/console/state.ts';
import {drawState} from './draw.ts';

const folder = new URL('../../../fixtures/frames/', import.meta.url);

/** Compare a frame with `fixtures/frames/NAME.txt`; `npm run frames` writes that file anew, to be read as a screen and reviewed. */
export async function matchFrame(t: ExecutionContext, name: string, state: State): Promise<void> {
	matchScreen(t, `${name}-${state.size.columns}x${state.size.rows}`, await drawState(state));
}

/** As `matchFrame`, for a state at each of the two usual sizes. */
export async function matchFrames(t: ExecutionContext, name: string, makeSized: (size: State['size']) => State): Promise<void> {
	await matchFrame(t, name, makeSized({columns: 80, rows: 24}));
	await matchFrame(t, name, makeSized({columns: 120, rows: 40}));
}

/** As `matchFrame`, for a screen that is more than a frame. */
export function matchScreen(t: ExecutionContext, name: string, frame: string): void {
	const file = new URL(`${name}.txt`, folder);
	if (process.env.SCRIBERY_WRITE_FRAMES === '1') {
		writeFileSync(file, frame);
	}

	t.is(frame, readFileSync(file, 'utf8'));
}
