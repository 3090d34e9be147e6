import type {KeyAction, KeyContext} from '../../../source/keys/key-table.ts';
import type {ConsoleDriver} from '../console-driver.ts';

/** What is to be seen: a text, a pattern, or what a function finds; `before` is the screen as it was when the key was pressed. */
export type Mark = string | RegExp | ((console: ConsoleDriver, before: readonly string[]) => boolean);

/** Keys, and what must be seen before the next ones are pressed. */
export type Way = ReadonlyArray<string | {readonly see: Mark}>;

/** One press of one key, from the scene's home and back to it. */
export type KeyCase = {
	/** Keys that lead from home to where the key is pressed. */
	readonly before?: Way | undefined;
	/** What others do before the key is pressed. */
	readonly meanwhile?: () => void;
	/** What stands on the screen when they have worked. */
	readonly from?: Mark | undefined;
	/** Keys pressed behind it, for a key that by rights has nothing to do here: the console goes on as if it had not been pressed. */
	readonly behind?: readonly string[];
	/** What the key makes true; it is false before the key is pressed, or the case fails. */
	readonly shows: Mark;
	/** Keys that lead back to home. */
	readonly after?: Way;
};

/** A case for all keys of a row, or one for each. */
export type RowCase = KeyCase | ((key: string) => KeyCase);

/** A key that leaves the scene for good. */
export type LeaveCase = Pick<KeyCase, 'before' | 'meanwhile' | 'shows'>;

/** Where a context has the keys, and what each of its rows does there. */
export type Scene = {
	readonly context: KeyContext;
	/** Which place with the keys of that context it is, where there are several: a name that `placeOf` gives. */
	readonly place?: string;
	/** What gets the keys that a text field has no use for. */
	readonly behind?: KeyContext;
	/** Before each console: what those before have left is put right. */
	readonly begin?: () => void;
	readonly argv: readonly string[];
	/** Keys that lead from the first screen to home. */
	readonly enter?: ReadonlyArray<readonly [after: Mark, ...keys: ReadonlyArray<string | (() => void)>]>;
	readonly home: Mark;
	/** Keys that give the context the keys, where it cannot keep them for long. */
	readonly arm?: readonly string[];
	/** Rows of the context; all scenes of one have all rows together but those that `playScene` has for each: redraw, suspend, quit. */
	readonly rows: Readonly<Partial<Record<KeyAction, RowCase>>>;
	/** Keys that leave the scene for good, with what they show. */
	readonly leaves?: Readonly<Partial<Record<KeyAction, Mark | LeaveCase>>>;
	/** What makes work end that holds the process. */
	readonly release?: () => void;
	/** Keys before the one that quits. */
	readonly quit?: Way;
	/** Keys that end the process, with its exit code. */
	readonly ends?: Readonly<Partial<Record<KeyAction, number>>>;
};

/** Whether a mark is on the screen now. */
export function isSeen(console: ConsoleDriver, mark: Mark, before: readonly string[] = console.readLines()): boolean {
	if (typeof mark === 'function') {
		return mark(console, before);
	}

	const screen = console.readScreen();
	return typeof mark === 'string' ? screen.includes(mark) : mark.test(screen);
}
