import {openPlayback} from '../../playback/open-playback.ts';
import type {View} from './view.ts';

export const showScreen: View = async ({store, session, position, isJson}, {stdout}) => {
	const playback = await openPlayback(store, session);
	try {
		await playback.seek(position);
		const {columns, rows, lines, cursor} = playback.emulator.readScreen();
		stdout.write(isJson
			? `${JSON.stringify({type: 'screen', positionMs: position, columns, rows, lines, cursor})}\n`
			: `${lines.join('\n')}\n`);
	} finally {
		await playback.close();
	}
};
