import type {BytesFrame, EndFrame, GapFrame} from '../../source/format/frames/frame.ts';
import {signalName} from '../message/signal-name.ts';
import type {EchoState} from './checkpoint.ts';

/** What a message says beside its packets, in fields that tlog's readers pass over. */
export type Notes = {
	readonly login: (login: string) => void;
	readonly echo: (positionMs: number, state: EchoState) => void;
	readonly gap: (positionMs: number, gap: GapFrame, sinceMs: number) => void;
	/** Bytes of the spool that could not be read. */
	readonly damage: (bytes: number) => void;
	/** Bytes of a frame that was not written to its end; what it was to hold had not been shown. */
	readonly torn: (bytes: number) => void;
	/** Frames missing, doubled or out of order. */
	readonly disorder: () => void;
	/** Recorded after a hang-up, never shown. */
	readonly unseen: (bytes: number) => void;
	/** How much went each way in a session whose bytes are counted only. */
	readonly carried: (bytes: BytesFrame) => void;
	/** How the session ended: as the recorder told, or `broken` when it could not. */
	readonly end: (end: Pick<EndFrame, 'how' | 'cause'> | 'broken') => void;
	/** So much that the message ought to end here, for those who cut long lines. */
	readonly isLong: () => boolean;
	/** As `,"name":value` each. Afterwards there are none. */
	readonly print: () => string;
};

const mostEchoChanges = 16; // About 12 bytes each.

export type NoteListener = (note: Note) => void;

/** What is worth counting on the host, too. */
export type Note =
	| {readonly type: 'gap' | 'damage'; readonly bytes: number}
	| {readonly type: 'broken'};

export function createNotes(onNote?: NoteListener): Notes {
	let fields = new Map<string, string>();
	let echoes: string[] = [];
	let sums = new Map<string, number>();

	function add(name: string, count: number): void {
		sums.set(name, (sums.get(name) ?? 0) + count);
	}

	return {
		login(login) {
			fields.set('login', login);
		},
		echo(positionMs, {isEchoed, isLineMode}) {
			echoes = [...echoes.slice(1 - mostEchoChanges), `[${Math.floor(positionMs)},${Number(isEchoed)},${Number(isLineMode)}]`];
		},
		gap(positionMs, {lostBytes, errno}, sinceMs) {
			onNote?.({type: 'gap', bytes: lostBytes});
			add('lost', lostBytes);
			fields.set('gap', JSON.stringify({pos: Math.floor(positionMs), since: Math.floor(sinceMs), errno}));
		},
		damage(bytes) {
			onNote?.({type: 'damage', bytes});
			add('damaged', bytes);
		},
		torn(bytes) {
			add('torn', bytes);
		},
		disorder() {
			add('disorder', 1);
		},
		unseen(bytes) {
			add('unseen', bytes);
		},
		carried({input, output, error}) {
			fields.set('carried', JSON.stringify({in: input, out: output, err: error}));
		},
		end(end) {
			fields.set('ending', JSON.stringify(end === 'broken' ? end : end.how));
			if (end === 'broken') {
				onNote?.({type: 'broken'});
			} else if (end.cause !== 0) {
				fields.set('cause', JSON.stringify(signalName(end.cause)));
			}
		},
		isLong: () => echoes.length >= mostEchoChanges,
		print() {
			const all = [...fields, ...sums, ...(echoes.length > 0 ? [['echo', `[${echoes.join(',')}]`] as const] : [])];
			fields = new Map();
			sums = new Map();
			echoes = [];
			return all.map(([name, value]) => `,"${name}":${value}`).join('');
		},
	};
}
