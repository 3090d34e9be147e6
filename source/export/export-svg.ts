import {printAddress, printPosition} from '../store/address.ts';
import {isGap} from '../store/is-gap.ts';
import type {Gap} from '../store/store.ts';
import {showControls} from '../terminal/show-controls.ts';
import {takePicture} from '../terminal/picture.ts';
import type {Export} from './export-source.ts';
import {drawSvg} from './svg/draw-svg.ts';
import {pictureThemes} from './svg/picture-theme.ts';

/** The screen at one instant as a picture. What is uncertain because of a gap before it is said under it. */
export const exportSvg: Export = async function * ({session, openPlayback, picture}) {
	const playback = await openPlayback();
	try {
		const {positionMs = playback.lengthMs, theme: name = 'dark', hasFrame = false} = picture ?? {};
		await playback.seek(Math.min(positionMs, playback.lengthMs));
		const theme = pictureThemes[name];
		const {columns, rows} = playback.emulator;
		const address = printAddress(session, Math.round(playback.positionMs));
		yield drawSvg({
			picture: takePicture(playback.emulator),
			theme,
			title: `${address}  ${showControls(session.user)}`,
			description: `The screen of ${columns}x${rows} cells ${printPosition(playback.positionMs)} after the start of ${printAddress(session)}, recorded of ${showControls(session.user)}. Default colours: ${theme.foreground} on ${theme.background}.`,
			hasFrame,
			warning: warnOfGap(playback.gaps, playback.positionMs),
		});
	} finally {
		await playback.close();
	}
};

function warnOfGap(gaps: readonly Gap[], positionMs: number): string | undefined {
	const gap = gaps.filter(gap => isGap(gap)).find(({fromMs, certainMs = Infinity}) => fromMs <= positionMs && positionMs < certainMs);
	return gap === undefined ? undefined : `╳ gap at ${printPosition(gap.fromMs)}: the screen may be wrong (${showControls(gap.detail)})`;
}
