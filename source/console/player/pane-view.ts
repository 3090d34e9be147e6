import {glyphSets} from '../glyphs.ts';
import {chooseLayout} from '../layout.ts';
import type {PaneView} from '../pane/pane-frame.ts';
import type {State} from '../state.ts';
import {describeGap, findUncertainGap} from './gap-words.ts';
import {layOutPlayer} from './player-layout.ts';
import {writeTypedRow} from './typed/typed-keys.ts';
import {listChosenCells} from './select/selection.ts';
import type {PlayerState} from './player-state.ts';
import {isInputOnly} from './stream-words.ts';

/** Where and how the recording stands on the terminal; `undefined` while something else stands there. */
export function viewPane({player, size, overlay, screen, settings}: State): PaneView | undefined {
	if (settings.isReader || screen !== 'player' || overlay !== undefined || player?.stage !== 'open' || chooseLayout(size).isTooSmall) {
		return undefined;
	}

	if (isInputOnly(player.session)) {
		return undefined;
	}

	const gap = findUncertainGap(player);
	const told = gap ?? findHeldGap(player);
	return {
		isAscii: settings.glyphs === 'ascii',
		isMono: settings.theme === 'mono',
		rectangle: layOutPlayer(size, player).pane,
		terminal: size,
		pan: player.pan,
		footer: footerOf(player),
		patterns: player.hits?.patterns ?? [],
		chosen: player.selection && listChosenCells(player.selection, player.screen.columns),
		isDimmed: gap !== undefined || player.isSeekLate,
		banner: told === undefined ? undefined : `${glyphSets[settings.glyphs].gap} ${describeGap(told)}`,
	};
}

function footerOf(player: PlayerState): string | undefined {
	const typed = writeTypedRow(player);
	return typed === undefined ? undefined : `t scribery: ${typed}`;
}

function findHeldGap({recording, hold, positionMs}: PlayerState): PlayerState['recording']['gaps'][number] | undefined {
	return hold === 'gap' ? recording.gaps.find(gap => gap.fromMs === positionMs) : undefined;
}
