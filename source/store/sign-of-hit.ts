import type {Hit} from './moments.ts';

/** How a moment is written where one sign must do, in the console too. */
export function signOfHit({kind, event}: Pick<Hit, 'kind' | 'event'>): string {
	return event?.sign ?? (kind === 'typed' ? 't' : 's');
}
