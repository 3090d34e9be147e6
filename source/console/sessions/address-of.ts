import {printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';

const known = new WeakMap<Session, string>();

/** A session's address, made once: a frame of a list of thousands asks for each of them several times. */
export function addressOf(session: Session): string {
	const found = known.get(session);
	if (found !== undefined) {
		return found;
	}

	const address = printAddress(session);
	known.set(session, address);
	return address;
}
