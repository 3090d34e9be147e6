import type {AuditPath} from './audit-action.ts';
import {findAccess} from './find-access.ts';
import type {Call} from './find-access.ts';
import {joinPath} from './join-path.ts';
import type {Facts} from './read-facts.ts';

/**
List what a call accessed, in the order of the items, each path once.

The folder in which something is made or deleted is not itself accessed, in the eyes of who asks; it is only used for the name.

@param records - each PATH record.
@param call - what the paths were given to.
@param folder - where relative names begin; `undefined` where the call named it by a number.
*/
export function listPaths(records: readonly Facts[], call: Call, folder: string | undefined): readonly AuditPath[] {
	const paths = new Map<string, AuditPath>();
	for (const facts of records.toSorted((a, b) => readItem(a) - readItem(b))) {
		const name = facts.text('name');
		const nameType = facts.raw('nametype') ?? facts.raw('objtype') ?? 'NORMAL';
		if (name === undefined || nameType === 'PARENT') {
			continue;
		}

		const path = joinPath(folder, name);
		const access = findAccess(call, nameType);
		paths.set(`${access} ${path}`, {path, access});
	}

	return paths.values().toArray();
}

function readItem(facts: Facts): number {
	return Number(facts.raw('item') ?? 0);
}
