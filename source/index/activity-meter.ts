import type {Packet} from '../format/recording/packet.ts';
import type {ActivitySpan} from '../store/store.ts';

const longestPauseMs = 250; // Typing pauses less; a longer one shows on the bar.
const longestSpanMs = 1000; // Keeps the bar true where output never pauses.

/** Gathers packets into spans. */
export type ActivityMeter = {
	readonly add: (packet: Packet) => void;
	readonly read: () => readonly ActivitySpan[];
};

type OpenSpan = {-readonly [Field in keyof ActivitySpan]: ActivitySpan[Field]};

export function createActivityMeter(): ActivityMeter {
	const spans: OpenSpan[] = [];

	return {
		add(packet) {
			const {positionMs} = packet;
			let span = spans.at(-1);
			if (span === undefined || positionMs - span.untilMs >= longestPauseMs || positionMs - span.fromMs > longestSpanMs) {
				span = {fromMs: positionMs, untilMs: positionMs, outputBytes: 0, inputBytes: 0};
				spans.push(span);
			}

			span.untilMs = positionMs;
			span.outputBytes += packet.type === 'output' ? packet.data.length : 0;
			span.inputBytes += packet.type === 'input' ? packet.data.length : 0;
		},
		read: () => spans,
	};
}
