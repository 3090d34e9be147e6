import type {State} from './state.ts';
import type {Under} from './under.ts';

/** What lies over the screen now, if it is to come back once help or command line are left. */
export function findUnder({overlay}: State): Under | undefined {
	return overlay?.type === 'dialog' || overlay?.type === 'detail' || overlay?.type === 'views' ? overlay : undefined;
}
