import type {PlayerState} from '../player-state.ts';
import {kindNames} from './player-event.ts';
import type {EventKind} from './player-event.ts';

/** The kinds to choose from; those that only audit events have are left out where there are none. */
export function listKinds({audit}: PlayerState): readonly EventKind[] {
	return audit.length === 0 ? kindNames.filter(kind => !auditKinds.has(kind)) : kindNames;
}

const auditKinds: ReadonlySet<EventKind> = new Set(['command', 'file', 'network', 'login']);
