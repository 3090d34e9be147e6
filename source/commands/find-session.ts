import {parseAddress, printAddress} from '../store/address.ts';
import type {Address} from '../store/address.ts';
import type {Session, Store} from '../store/store.ts';
import {UserError} from '../user-error.ts';

/**
The one session that an address names.

@param store - where to look.
@param text - `HOST/REC[@POSITION]`; the rec may be written without its boot id.
@throws {UserError} when the text is no address, or names no session or several (all are listed).
*/
export async function findSession(store: Store, text: string): Promise<{readonly session: Session; readonly position: Address['position']}> {
	const {host, rec, position} = parseAddress(text);
	const found = await store.findSessions(host, rec);
	const [session] = found;
	if (session === undefined) {
		throw new UserError(`${text}: no such recording in ${store.address}`);
	}

	if (found.length > 1) {
		const names = found.map(one => printAddress(one));
		throw new UserError(`${text} names ${found.length} recordings: ${names.join(', ')}`);
	}

	return {session, position};
}
