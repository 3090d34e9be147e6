import {errorTexts} from '../tables/errors.ts';

/** What a system call gave back: a failure as name and text, anything else as it is. */
export function printError(value: string): string {
	if (!/^-\d{1,19}$/v.test(value)) {
		return value;
	}

	const number = Number(BigInt.asIntN(32, -BigInt(value))); // The kernel's errors are ints.
	return errors.get(number) ?? `(null)(${number === 0 ? 'Success' : `Unknown error ${number}`})`;
}

const errors: ReadonlyMap<number, string> = new Map(errorTexts.matchAll(/^(?<number>\d+) (?<name>\S+) (?<text>.+)$/gmv).map(({groups}) => [Number(groups?.number), `${groups?.name}(${groups?.text})`]));
