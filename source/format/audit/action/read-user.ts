import type {AuditUser} from './audit-action.ts';
import type {Facts} from './read-facts.ts';

/** The user in a field that holds an id; `undefined` for none and for the id that was never set. */
export function readUser(facts: Facts | undefined, field: string): AuditUser | undefined {
	const raw = facts?.raw(field);
	const text = facts?.text(field);
	if (raw === undefined || text === undefined) {
		return undefined;
	}

	const id = /^\d{1,10}$/v.test(raw) ? Number(raw) : undefined;
	return {id, name: text === raw || /^unknown[\(\-]/v.test(text) ? undefined : text};
}

/** The user in a field that holds a name, as programs write it. */
export function readAccount(facts: Facts | undefined): AuditUser | undefined {
	const name = facts?.text('acct');
	return name === undefined || nobody.has(name) ? readUser(facts, 'id') : {id: undefined, name};
}

const nobody: ReadonlySet<string> = new Set(['(unknown)', '(unknown user)', '(invalid user)']);
