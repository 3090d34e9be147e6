import type {Session} from '../../store/store.ts';

/** What the player's effects answer. */
export type PlayerAction = {readonly type: 'opened'; readonly session: Session};
