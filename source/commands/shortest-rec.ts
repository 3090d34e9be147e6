import {shortenRec} from '../store/address.ts';
import type {SessionKey} from '../store/store.ts';

/** The rec without its boot id, unless another session of the host shares it. */
export function shortestRec({host, rec}: SessionKey, sessions: readonly SessionKey[]): string {
	const short = shortenRec(rec);
	return sessions.some(other => other.host === host && other.rec !== rec && shortenRec(other.rec) === short) ? rec : short;
}
