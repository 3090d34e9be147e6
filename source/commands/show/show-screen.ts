import {openPlayback} from '../../playback/open-playback.ts';
import {printJson} from '../print-json.ts';
import type {View} from './view.ts';

export const showScreen: View = async ({store, session, position, isJson}, {stdout}) => {
	const playback = await openPlayback(store, session);
	try {
		await playback.seek(position);
		const {columns, rows, lines, cursor} = playback.emulator.readScreen();
		stdout.write(isJson
			? `${printJson({type: 'screen', positionMs: position, columns, rows, lines, cursor})}\n`
			: `${lines.join('\n')}\n`);
	} finally {
		await playback.close();
	}
};
