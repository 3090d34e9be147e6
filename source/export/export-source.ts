import type {Playback} from '../playback/playback.ts';
import type {Gap, Session, StoredMessage} from '../store/store.ts';
import type {pictureThemes} from './svg/picture-theme.ts';

/** A recording to export, and which part of it. */
export type ExportSource = {
	readonly session: Session;
	readonly gaps: readonly Gap[];
	/** Each call reads from the first message on. */
	readonly readMessages: () => AsyncIterable<StoredMessage>;
	/** Positions, both included; the whole recording when 0 and Infinity. */
	readonly fromMs: number;
	readonly untilMs: number;
	/** `undefined`: what the format holds by default. */
	readonly stream: 'output' | 'input' | undefined;
	/** Longest pause that players of the exported file should keep, seconds. */
	readonly idleLimit: number | undefined;
	/** The recording at its start; whoever calls closes it. */
	readonly openPlayback: () => Promise<Playback>;
	/** Marks besides the gaps, for formats that have such. */
	readonly labels?: readonly Label[];
	/** For the format of one screen. */
	readonly picture?: PictureChoice;
};

/** Words at a position. */
export type Label = {
	readonly positionMs: number;
	readonly text: string;
};

/** Left out: the last screen, light letters on dark, nothing round it. */
export type PictureChoice = {
	readonly positionMs?: number;
	readonly theme?: keyof typeof pictureThemes;
	/** A bar with address and user above the screen. */
	readonly hasFrame?: boolean;
};

/** Pieces of the exported file, in order; text is written as UTF-8. */
export type Export = (source: ExportSource) => AsyncIterable<string | Uint8Array>;
