import type {Mask} from '../message/mask.ts';
import type {Pty} from './pty.ts';
import type {Terminal} from './terminal.ts';

/** A command that does not read what is typed is asked again after this long; its terminal cannot tell us when it has. */
const retryMs = 2;

export type Typing = {
	/** Record what was typed and hand it to the command. */
	readonly take: (data: Uint8Array) => void;
	readonly end: () => void;
};

export type TypingOptions = {
	readonly pty: Pick<Pty, 'write'>;
	readonly terminal: Pick<Terminal, 'pauseInput' | 'resumeInput'>;
	readonly record: (data: Uint8Array) => void;
	readonly isSecret: (data: Uint8Array) => boolean;
	readonly mask: Mask;
};

export function createTyping({pty, terminal, record, isSecret, mask}: TypingOptions): Typing {
	let timer: NodeJS.Timeout | undefined;

	function hand(data: Uint8Array): void {
		const rest = data.subarray(pty.write(data));
		if (rest.length > 0) {
			terminal.pauseInput();
			timer = setTimeout(hand, retryMs, rest);
		} else if (timer !== undefined) {
			timer = undefined;
			terminal.resumeInput();
		}
	}

	return {
		take(data) {
			record(mask.take(data, isSecret(data)));
			hand(data);
		},
		end() {
			clearTimeout(timer);
			record(mask.end());
		},
	};
}
