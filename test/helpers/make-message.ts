import type {NewMessage} from '../../source/store/store.ts';

/** A boot id as tlog writes it. */
export const bootId = '0f3c6d2e9a7b4c158d6e5f4a3b2c1d0e';

/** A line of a recording, told by what a test cares about; message N starts N − 1 seconds into the recording. */
export function makeMessage(facts: Partial<NewMessage> = {}): NewMessage {
	const id = facts.id ?? 1;
	const positionMs = facts.positionMs ?? ((id - 1) * 1000);
	const startedAt = Date.UTC(2026, 10, 23, 10, 0, 0);
	const named = {host: 'web1', rec: `${bootId}-39d-1c81a`, user: 'alice', term: 'xterm', auditSession: 69, exit: undefined, at: startedAt + positionMs, ...facts, id, positionMs};
	return {...named, text: facts.text ?? JSON.stringify({ver: '2.3', host: named.host, rec: named.rec, user: named.user, term: named.term, session: 69, id, pos: positionMs, out_txt: `line ${id}`})};
}

/** Messages `fromId` to `toId` of one recording. */
export function makeMessages(fromId: number, toId: number, facts: Partial<NewMessage> = {}): NewMessage[] {
	return Array.from({length: toId - fromId + 1}, (_, index) => makeMessage({...facts, id: fromId + index}));
}
