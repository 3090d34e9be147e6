import type {Ledger} from './ledger.ts';
import type {SpoolTail} from './read-spool-tail.ts';

/** An event is shipped within this of another that came after it, milliseconds. */
const disorderMs = 2000;

/**
Note what the newest segments of a spool hold as shipped. When segments before them were not read, an event as old as the first one that was read may stand in those: what is that old is not known.

@returns The time of the last event, epoch milliseconds; undefined when there is none.
*/
export function rememberTail(ledger: Ledger, {shipped, isCut}: SpoolTail): number | undefined {
	let firstAt: number | undefined;
	let lastAt: number | undefined;
	for (const item of shipped) {
		if (item.type !== 'event') {
			continue;
		}

		ledger.remember(item.lines);
		firstAt ??= item.at;
		lastAt = item.at;
	}

	if (isCut && firstAt !== undefined && lastAt !== undefined) {
		ledger.raiseHorizon(Math.min(firstAt + disorderMs, lastAt - disorderMs));
	}

	return lastAt;
}
