import {shapeFields} from '../aushape/shape-fields.ts';
import type {ShapedField} from '../aushape/shaped-event.ts';
import type {AuditEvent} from '../event/audit-event.ts';
import type {HostNames} from '../interpret/host-names.ts';

type Data = Readonly<Record<string, string>>;

/** Fields of the event's other records, what they mean: the first of a name, so many and so long. Arguments and paths have members of their own. */
export function listData({records}: AuditEvent, hostNames: HostNames): Data {
	const fields = records.filter(({type}) => !apart.has(type.name)).flatMap(record => shapeFields(record, hostNames));
	return listFields(fields.filter(({name}) => !placed.has(name)));
}

/** The PATH records. */
export function listItems({records}: AuditEvent, hostNames: HostNames): readonly Data[] | undefined {
	const paths = records.filter(({type}) => type.name === 'PATH').slice(0, mostItems);
	return paths.length === 0 ? undefined : paths.map(record => listFields(shapeFields(record, hostNames)));
}

/** A name of the log is a name of the index: any but a plain one is left out, and more than some are. */
function listFields(fields: readonly ShapedField[]): Data {
	const known = new Map<string, string>();
	for (const {name, texts} of fields) {
		if (known.size < mostFields && !known.has(name) && /^[a-z][\w\-]{0,63}$/v.test(name)) {
			known.set(name, texts.join(' ').slice(0, mostCharacters));
		}
	}

	return Object.fromEntries(known);
}

const apart: ReadonlySet<string> = new Set(['EXECVE', 'PATH', 'CWD', 'EOE']);
/** What has a place in the schema. */
const placed: ReadonlySet<string> = new Set(['pid', 'ppid', 'auid', 'uid', 'euid', 'ses', 'exe', 'tty', 'key', 'success', 'res', 'cwd', 'cmd']);
const mostFields = 64;
const mostItems = 256;
const mostCharacters = 1024; // Elasticsearch's own default for a keyword.
