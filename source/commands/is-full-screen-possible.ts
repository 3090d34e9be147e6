import type {Context} from './context.ts';

/** Whether the console can take the screen: a terminal on both sides that can place its cursor. */
export function isFullScreenPossible({stdin, stdout, environment}: Context): boolean {
	return stdin.isTTY && stdout.isTTY && environment.TERM !== 'dumb';
}
