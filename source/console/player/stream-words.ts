import type {Session} from '../../store/store.ts';
import {formatBytes} from '../text/format-size.ts';

/** True when nothing that the terminal showed was recorded: there is no screen to paint. */
export function isInputOnly({summary}: Session): boolean {
	return summary?.outputBytes === 0 && summary.inputBytes > 0;
}

/** What is unusual about the streams of a recording; `undefined` for one with a terminal. */
export function describeStreams({summary}: Session): string | undefined {
	if (!summary?.isPipe) {
		return undefined;
	}

	const streams = [summary.inputBytes, summary.outputBytes].filter(bytes => bytes > 0).length;
	return `no terminal: ${streams} ${streams === 1 ? 'stream' : 'streams'}, ${formatBytes(summary.inputBytes + summary.outputBytes)}`;
}
