import {Buffer} from 'node:buffer';
import type {Packet} from '../../source/format/recording/packet.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import type {TerminalSize} from '../../source/terminal/emulator.ts';
import {TmuxScreen} from './tmux-screen.ts';

export type TrueLine = {
	readonly text: string;
	readonly fromMs: number;
	readonly untilMs: number;
};

/** What a real tmux showed of a recording. */
export type ScreenTruth = {
	/** Lines that stood for 50 ms or longer. */
	readonly standing: readonly TrueLine[];
	/** All lines that were ever captured. */
	readonly shown: ReadonlySet<string>;
};

const leastMs = 50;

/**
Show a recording to a tmux, packet by packet, and capture its screen after each.

@param packets - of one window size.
@param size - of the window.
@param isQuick - tells of a packet that shows more than its last screen: it is fed piece by piece.
*/
export async function watchInTmux(packets: readonly Packet[], size: TerminalSize, isQuick: (positionMs: number) => boolean = () => false): Promise<ScreenTruth> {
	const tmux = await TmuxScreen.start(size);
	const standing: TrueLine[] = [];
	const shown = new Set<string>();
	const since = new Map<string, number>();
	const update = (lines: readonly string[], positionMs: number): void => {
		for (const [text, fromMs] of since) {
			if (lines.includes(text)) {
				continue;
			}

			since.delete(text);
			standing.push({text, fromMs, untilMs: positionMs});
		}

		for (const text of lines) {
			since.set(text, since.get(text) ?? positionMs);
			shown.add(text);
		}
	};

	for (const {positionMs, data} of joinCutPackets(packets, size)) {
		if (isQuick(positionMs)) {
			for (const piece of cutBeforeLoss(data)) {
				await tmux.feed(piece);
				for (const text of await tmux.capture()) {
					shown.add(text);
				}
			}
		} else {
			await tmux.feed(data);
		}

		update(await tmux.capture(), positionMs);
	}

	update([], packets.at(-1)?.positionMs ?? 0);
	await tmux.close();
	return {standing: standing.filter(({fromMs, untilMs}) => untilMs - fromMs >= leastMs), shown};
}

/** Output that ends inside a sequence is fed with what follows: the mark behind it would break it. */
function joinCutPackets(packets: readonly Packet[], size: TerminalSize): Array<{readonly positionMs: number; readonly data: Uint8Array}> {
	const emulator = createEmulator(size);
	const joined: Array<{readonly positionMs: number; readonly data: Uint8Array}> = [];
	let open: Uint8Array[] = [];
	for (const packet of packets) {
		if (packet.type !== 'output') {
			continue;
		}

		emulator.write(packet.data);
		open.push(packet.data);
		if (!emulator.isAtRest()) {
			continue;
		}

		joined.push({positionMs: packet.positionMs, data: Buffer.concat(open)});
		open = [];
	}

	emulator.close();
	return joined;
}

/** Pieces of output, cut after each line and before each sequence that may take text away. */
function cutBeforeLoss(data: Uint8Array): Uint8Array[] {
	const text = Buffer.from(data).toString('latin1');
	return text.split(/(?<=\n)|(?=\u{1B}\[[\d;?]*[J-MSThl]|\u{1B}M)/v).map(piece => Buffer.from(piece, 'latin1'));
}
