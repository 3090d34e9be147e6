import type {Session} from '../../store/store.ts';

export type PlayerState = {
	readonly session: Session;
};
