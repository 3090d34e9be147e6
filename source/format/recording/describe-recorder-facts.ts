import type {Ending, LoginFacts, RecorderFacts} from './recorder-facts.ts';

/** What the recorder told of a recording as a whole: names in lower case, texts with recorded words in them as they are. */
export function describeRecorderFacts(told: Omit<RecorderFacts, 'gap'> | undefined): ReadonlyArray<readonly [name: string, text: string]> {
	if (told === undefined) {
		return [];
	}

	const {login, carried, unseenBytes, ending, cause} = told;
	return [
		...(login === undefined ? [] : [['login', describeLogin(login)] as const]),
		...(carried === undefined ? [] : [['counted', `${count(carried.input)} in, ${count(carried.output)} out, ${count(carried.error)} of errors: not recorded by policy`] as const]),
		...(unseenBytes === 0 ? [] : [['unseen', `${count(unseenBytes)} printed after the hang-up, recorded, never shown`] as const]),
		...(ending === undefined ? [] : [['ending', `${endingWords[ending]}${cause === undefined ? '' : `; the recorder was ended by ${cause}`}`] as const]),
	];
}

/** What is wrong with what the recorder's spool held of a message; `undefined` when nothing is. */
export function describeDamage({damagedBytes, tornBytes, disorders, ending}: RecorderFacts): string | undefined {
	const isTornByKill = ending === 'broken'; // Part of the broken end.
	const faults = [
		...(damagedBytes === 0 ? [] : [`${count(damagedBytes)} of the recorder's spool cannot be read`]),
		...(disorders === 0 ? [] : [`pieces of the recorder's spool are missing, doubled or out of order, ${disorders === 1 ? 'once' : `${disorders} times`}`]),
		...(tornBytes === 0 || isTornByKill ? [] : [`a piece of ${count(tornBytes)} was never written to its end; it had not been shown`]),
	];
	return faults.length === 0 ? undefined : faults.join('; ');
}

/** What the recorder says of a gap that policy allowed. */
export function describeLoss({lostBytes, gap}: RecorderFacts): string {
	return `the recorder could not write: ${count(lostBytes)} not recorded${gap === undefined ? '' : ` (${errorWords[gap.errno] ?? `Linux error ${gap.errno}`})`}`;
}

function describeLogin({mode, userId, claimedUserId, shell, terminal, claimedConnection, words, wordCount}: LoginFacts): string {
	return [
		...(mode === undefined ? [] : [mode]),
		...(userId === undefined ? [] : [`uid ${userId}${claimedUserId === undefined ? '' : ` (the recorder's start says ${claimedUserId})`}`]),
		...(terminal === undefined ? [] : [terminal]),
		...(shell === undefined ? [] : [shell]),
		...(words.length === 0 ? [] : [`arguments ${words.map(word => JSON.stringify(word)).join(' ')}${wordCount === undefined || wordCount <= words.length ? '' : ` and ${wordCount - words.length} more`}`]),
		...(claimedConnection === undefined ? [] : [`said to come from ${claimedConnection}`]),
	].join(', ');
}

function count(bytes: number): string {
	return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

const endingWords: Readonly<Record<Ending, string>> = {
	exit: 'the shell ended',
	signal: 'the shell was ended by a signal',
	'left-running': 'programs were left running, no longer recorded',
	'not-started': 'nothing could be started',
	broken: 'not known: the recorder was gone before it could tell',
};

/** By Linux's numbers, the same on x86 and ARM. */
const errorWords: Readonly<Record<number, string>> = {
	5: 'input/output error',
	27: 'file too large',
	28: 'no space left on the device',
	30: 'read-only file system',
	122: 'disk quota used up',
};
