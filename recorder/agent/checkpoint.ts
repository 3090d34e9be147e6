import type {EncoderState} from '../../source/format/recording/encoder.ts';
import type {LimiterState} from '../message/limiter.ts';
import type {PromptState} from '../message/secret-prompt.ts';

/** Between two messages of a recording: all that is needed to make the next one, and those after it, as if nobody had stopped. */
export type Checkpoint = {
	readonly place: Place;
	/** CLOCK_BOOTTIME of the first packet, microseconds; undefined before it. */
	readonly originUs: number | undefined;
	/** Undefined before the first message. */
	readonly encoder: EncoderState | undefined;
	readonly echo: EchoState;
	readonly isSecretOpen: boolean;
	readonly prompt: PromptState | undefined;
	readonly limiter: LimiterState | undefined;
	/** Nothing follows. */
	readonly isEnded: boolean;
};

/** Where the next frame stands; part of it may have been taken (`encoder.takenBytes`). */
export type Place = {
	readonly segment: number;
	readonly offset: number;
	/** The number that frame ought to have; undefined: any. */
	readonly number: number | undefined;
	readonly seed: number | undefined;
};

export type EchoState = {readonly isEchoed: boolean; readonly isLineMode: boolean};

/** Before the first frame of a segment. */
export function startOfSegment(segment: number): Checkpoint {
	return {
		place: {segment, offset: 0, number: undefined, seed: undefined},
		originUs: undefined,
		encoder: undefined,
		echo: {isEchoed: true, isLineMode: true},
		isSecretOpen: false,
		prompt: undefined,
		limiter: undefined,
		isEnded: false,
	};
}
