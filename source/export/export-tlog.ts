import type {Export} from './export-source.ts';

/** The stored lines verbatim. A message belongs to a part when its first event does. */
export const exportTlog: Export = async function * ({readMessages, fromMs, untilMs}) {
	for await (const {positionMs, text} of readMessages()) {
		if (positionMs >= fromMs && positionMs <= untilMs) {
			yield `${text}\n`;
		}
	}
};
