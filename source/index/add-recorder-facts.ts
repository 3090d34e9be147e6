import type {RecorderFacts} from '../format/recording/recorder-facts.ts';

type Told = Omit<RecorderFacts, 'gap'>;

/** What a recorder told up to now, with what one more message tells: bytes add up, the rest is told once. */
export function addRecorderFacts(before: Told | undefined, told: RecorderFacts | undefined): Told | undefined {
	if (told === undefined) {
		return before;
	}

	const {gap, ...facts} = told;
	return before === undefined
		? facts
		: {
			login: before.login ?? facts.login,
			lostBytes: before.lostBytes + facts.lostBytes,
			damagedBytes: before.damagedBytes + facts.damagedBytes,
			tornBytes: before.tornBytes + facts.tornBytes,
			disorders: before.disorders + facts.disorders,
			unseenBytes: before.unseenBytes + facts.unseenBytes,
			carried: facts.carried ?? before.carried,
			ending: facts.ending ?? before.ending,
			cause: facts.cause ?? before.cause,
		};
}
