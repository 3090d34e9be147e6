import type {Session} from '../../store/store.ts';
import type {PlayerEvent} from '../player/events/player-event.ts';

/** All that is known of one event, with its neighbours to go on to. */
export type DetailState = {
	readonly session: Session;
	readonly events: readonly PlayerEvent[];
	readonly index: number;
	readonly firstRow: number;
};
