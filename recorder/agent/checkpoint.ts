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

/** With this, only what is typed at a prompt is kept secret. */
const unknownEcho: EchoState = {isEchoed: false, isLineMode: false};

/** What is to be thought of the echo when frames are lost, a change of it perhaps among them. */
export function doubtEcho(echo: EchoState): EchoState {
	return echo.isEchoed ? unknownEcho : echo;
}

/** Before the first frame of a segment. */
export function startOfSegment(segment: number): Checkpoint {
	return {
		place: {segment, offset: 0, number: undefined, seed: undefined},
		originUs: undefined,
		encoder: undefined,
		echo: segment === 0 ? {isEchoed: true, isLineMode: true} : unknownEcho,
		isSecretOpen: false,
		prompt: undefined,
		limiter: undefined,
		isEnded: false,
	};
}
