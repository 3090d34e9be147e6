import type {Piece} from '../components/row.tsx';
import {formatAge} from '../text/format-length.ts';
import {formatClock} from '../text/format-time.ts';
import type {View} from '../view.ts';
import type {PlayerState} from './player-state.ts';

/** When what is shown happened: `Mon 10:58:22 +01:00`, shorter where there is less room, or how long ago; nothing when no message tells a time. */
export function tellWallClock({session, positionMs}: PlayerState, {state, layout}: View): Piece | undefined {
	if (session.startedAt === undefined) {
		return undefined;
	}

	const at = session.startedAt + positionMs;
	const {timeZone, isTimeRelative} = state.settings;
	if (isTimeRelative) {
		return {text: `${formatAge(state.now - at)} ago`};
	}

	const [weekday = '', clock = '', zone = ''] = formatClock(at, timeZone).split(' ', 3);
	switch (layout.width) {
		case 'wide': {
			return {text: `${weekday} ${clock} ${zone}`};
		}

		case 'normal': {
			return {text: `${weekday} ${clock}${zone.replace(/:00$/v, '')}`};
		}

		case 'narrow': {
			return {text: clock};
		}
	}
}
