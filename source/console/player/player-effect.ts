import type {Session} from '../../store/store.ts';

/** What the player asks of the world. */
export type PlayerEffect = {readonly type: 'open'; readonly session: Session; readonly positionMs: number};
