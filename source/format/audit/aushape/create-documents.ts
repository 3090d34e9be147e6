import {printClosing, printOpening} from './layout.ts';
import type {Layout} from './layout.ts';

/** How many events a document holds: all of them, none (events stand alone), at most some, or as many as reach some bytes. */
export type DocumentSize =
	| {readonly type: 'all' | 'none'}
	| {readonly type: 'events' | 'bytes'; readonly most: number};

export type Documents = {
	/** Returns the text to write for one more event. */
	readonly push: (event: string) => string;
	/** A document has begun and not ended. */
	readonly isOpen: () => boolean;
	/** Returns the text that ends the output. */
	readonly end: () => string;
};

/** Wrap printed events into documents. A document of all events is there even without one; others begin with their first. */
export function createDocuments(language: 'json' | 'xml', size: DocumentSize, layout: Layout): Documents {
	if (size.type === 'none') {
		return {push: event => event, isOpen: () => false, end: () => ''};
	}

	const {head, tail, divider} = brackets(language, layout);
	const opening = printOpening(layout, 1);
	let count = 0;
	let bytes = 0;
	let isOpen = false;

	function close(): string {
		isOpen = false;
		count = 0;
		bytes = 0;
		return tail;
	}

	return {
		push(event) {
			const text = `${isOpen ? '' : head}${count === 0 ? '' : divider}${opening}${event}`;
			isOpen = true;
			count++;
			bytes += size.type === 'bytes' ? countBytes(`${count === 1 ? '' : divider}${opening}${event}`) : 0;
			const isFull = (size.type === 'events' && count >= size.most) || (size.type === 'bytes' && bytes >= size.most);
			return isFull ? text + close() : text;
		},
		isOpen: () => isOpen,
		end: () => size.type === 'all' && !isOpen ? head + tail : (isOpen ? close() : ''),
	};
}

function brackets(language: 'json' | 'xml', layout: Layout): {readonly head: string; readonly tail: string; readonly divider: string} {
	const closing = printClosing(layout, 0);
	return language === 'json'
		? {head: '[', tail: `${closing}]`, divider: ','}
		: {head: `<?xml version="1.0" encoding="UTF-8"?>${layout.foldLevel > 0 ? '\n' : ''}<log>`, tail: `${closing}</log>`, divider: ''};
}

function countBytes(text: string): number {
	return encoder.encode(text).length;
}

const encoder = new TextEncoder();
