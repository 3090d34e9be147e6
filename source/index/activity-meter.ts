import type {Packet} from '../format/recording/packet.ts';
import type {ActivitySpan} from '../store/store.ts';

const longestPauseMs = 250; // Typing pauses less; a longer one shows on the bar.
const longestSpanMs = 1000; // Keeps the bar true where output never pauses.

/** Gathers packets into spans. */
export type ActivityMeter = {
	readonly add: (packet: Packet) => void;
	/** The last span may still grow. */
	readonly read: () => readonly ActivitySpan[];
};

type OpenSpan = {-readonly [Field in keyof ActivitySpan]: ActivitySpan[Field]};

/**
Start an empty meter, or one that goes on.

@param before - spans to go on from.
*/
export function createActivityMeter(before: readonly ActivitySpan[] = []): ActivityMeter {
	const spans: OpenSpan[] = before.map(span => ({...span}));

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
		read: () => spans.map(span => ({...span})),
	};
}
