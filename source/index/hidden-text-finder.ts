import {Buffer, isAscii} from 'node:buffer';
import type {Gap} from '../store/store.ts';
import {isEmojiCluster} from '../terminal/is-emoji-cluster.ts';

/** Finds text that was printed and not shown as it stands: characters that turn the reading direction or have no width, outside of emoji. */
export type HiddenTextFinder = {
	/** `data` as one packet of message `id` has it. */
	readonly add: (data: Uint8Array, positionMs: number, id: number) => void;
	/** In order of position, each of some seconds at least apart. */
	readonly read: () => readonly Gap[];
};

const apartMs = 2000; // What a pager prints line by line is one moment.
const mostMoments = 1000; // What comes then makes the last one longer.
const mostNamed = 8;

/** What is not drawn. Selectors of a variant stand behind letters and signs as well, and hide nothing. */
const hidden = /[[\p{Default_Ignorable_Code_Point}\p{Format}]--[\u{FE00}-\u{FE0F}]]/v;
const everyHidden = new RegExp(hidden.source, 'gv');
const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

export function createHiddenTextFinder(before: readonly Gap[] = []): HiddenTextFinder {
	let moments: readonly Gap[] = before;
	/** The character printed last, if it may go on: a terminal is often read in the middle of an emoji. */
	let open: Printed | undefined;

	return {
		add(data, positionMs, id) {
			const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
			if (open === undefined && isAscii(bytes)) {
				return; // Most output is plain: it is left before it is decoded.
			}

			const text = `${open?.text ?? ''}${bytes.toString()}`;
			const first = open === undefined ? '' : findFirst(text);
			const last = findLast(text.slice(first.length));
			if (open !== undefined && (first.length < text.length || text.length >= mostOpen)) {
				moments = mark(moments, {...open, text: first});
				open = undefined;
			}

			moments = mark(moments, {text: text.slice(first.length, text.length - last.length), positionMs, id});
			if (last !== '' && wide.test(last)) {
				open = {text: last, positionMs, id};
			} else if (open !== undefined) {
				open = {...open, text: first};
			}
		},
		read: () => open === undefined ? moments : mark(moments, open),
	};
}

type Printed = {readonly text: string; readonly positionMs: number; readonly id: number};

const mostOpen = 64; // UTF-16 units; marks without end are no emoji.
const wide = /\P{ASCII}/v;

/** The first character with all that belongs to it. */
function findFirst(text: string): string {
	const [first] = segmenter.segment(text.slice(0, mostOpen));
	return first?.segment ?? '';
}

/** The last character with all that belongs to it. */
function findLast(text: string): string {
	return [...segmenter.segment(text.slice(-mostOpen))].at(-1)?.segment ?? '';
}

function mark(moments: readonly Gap[], {text, positionMs, id}: Printed): readonly Gap[] {
	const found = findHidden(text);
	const last = moments.at(-1);
	if (found.size === 0) {
		return moments;
	}

	return last !== undefined && (positionMs < last.untilMs + apartMs || moments.length >= mostMoments)
		? [...moments.slice(0, -1), {...last, untilMs: Math.max(last.untilMs, positionMs), lastId: id}]
		: [...moments, {kind: 'hidden', fromMs: positionMs, untilMs: positionMs, firstId: id, lastId: id, detail: describe([...found])}];
}

function findHidden(text: string): ReadonlySet<string> {
	return hidden.test(text)
		? new Set([...segmenter.segment(text)].filter(({segment}) => hidden.test(segment) && !isEmojiCluster(segment)).flatMap(({segment}) => segment.match(everyHidden) ?? []))
		: new Set();
}

function describe(found: readonly string[]): string {
	const names = found.slice(0, mostNamed).map(character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
	return `hidden text: characters that are not shown (${names.join(', ')}${found.length > mostNamed ? ', …' : ''})`;
}
