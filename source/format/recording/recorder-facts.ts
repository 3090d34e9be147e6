import {largestPositionMs} from './decode.ts';

/** What our own recorder tells beside a message's packets, in fields that tlog's readers pass over. */
export type RecorderFacts = {
	/** How the session began, in its first message. */
	readonly login: LoginFacts | undefined;
	/** Before this message nothing was recorded while the session went on; why, as Linux numbers it. */
	readonly gap: {readonly fromMs: number; readonly untilMs: number; readonly errno: number} | undefined;
	/** In that gap. */
	readonly lostBytes: number;
	/** Of the recorder's spool, in which nothing could be read. */
	readonly damagedBytes: number;
	/** Of a piece of the spool that was never finished: what it was to hold had not been shown. */
	readonly tornBytes: number;
	/** How often pieces of the spool were missing, doubled or out of order. */
	readonly disorders: number;
	/** Recorded after a hang-up and never shown. */
	readonly unseenBytes: number;
	/** Bytes each way of a session that was counted, not recorded. */
	readonly carried: {readonly input: number; readonly output: number; readonly error: number} | undefined;
	/** In the last message: how the session ended. */
	readonly ending: Ending | undefined;
	/** Name of the signal that ended the recorder. */
	readonly cause: string | undefined;
};

export type LoginFacts = {
	readonly mode: string | undefined;
	readonly userId: number | undefined;
	/** User id that the recorder's start told, where the spool's folder says another. */
	readonly claimedUserId: number | undefined;
	readonly shell: string | undefined;
	readonly terminal: string | undefined;
	/** What the caller said of his connection. */
	readonly claimedConnection: string | undefined;
	/** The first ones, cut when long. */
	readonly words: readonly string[];
	/** How many there were. */
	readonly wordCount: number | undefined;
};

/** `left-running`: the recorder was ended, programs of the session were not. `broken`: the recorder was gone before it could tell. */
const endings = ['exit', 'signal', 'left-running', 'not-started', 'broken'] as const;
export type Ending = typeof endings[number];

type Fields = Readonly<Record<string, unknown>>;

/**
Read what our recorder says in the fields of a message.

@param fields - of the whole message. A field of another type is some other program's, hence nothing to us.
@returns `undefined` when nothing is said.
*/
export function parseRecorderFacts(fields: Fields): RecorderFacts | undefined {
	const facts: RecorderFacts = {
		login: readLogin(fields.login),
		gap: readGap(fields.gap),
		lostBytes: readCount(fields.lost) ?? 0,
		damagedBytes: readCount(fields.damaged) ?? 0,
		tornBytes: readCount(fields.torn) ?? 0,
		disorders: readCount(fields.disorder) ?? 0,
		unseenBytes: readCount(fields.unseen) ?? 0,
		carried: readCarried(fields.carried),
		ending: endings.find(ending => ending === fields.ending),
		cause: readText(fields.cause),
	};
	return Object.values(facts).every(fact => fact === undefined || fact === 0) ? undefined : facts;
}

function readLogin(value: unknown): LoginFacts | undefined {
	const login = readObject(value);
	if (login === undefined) {
		return undefined;
	}

	const words: readonly unknown[] = Array.isArray(login.arguments) ? login.arguments : [];
	return {
		mode: readText(login.mode),
		userId: readCount(login.uid),
		claimedUserId: readCount(login.claimed),
		shell: readText(login.shell),
		terminal: readText(login.tty),
		claimedConnection: readText(login.ssh),
		words: words.filter(word => typeof word === 'string'),
		wordCount: readCount(login.count),
	};
}

function readGap(value: unknown): RecorderFacts['gap'] {
	const gap = readObject(value);
	const untilMs = readCount(gap?.pos);
	const fromMs = readCount(gap?.since);
	return untilMs === undefined || fromMs === undefined || untilMs > largestPositionMs
		? undefined
		: {fromMs: Math.min(fromMs, untilMs), untilMs, errno: readCount(gap?.errno) ?? 0};
}

function readCarried(value: unknown): RecorderFacts['carried'] {
	const carried = readObject(value);
	const [input, output, error] = [readCount(carried?.in), readCount(carried?.out), readCount(carried?.err)];
	return input === undefined || output === undefined || error === undefined ? undefined : {input, output, error};
}

function readObject(value: unknown): Fields | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : undefined; // Its fields are unknown still.
}

function readCount(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function readText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
