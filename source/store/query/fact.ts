import type {AuditAction} from '../../format/audit/action/audit-action.ts';
import type {MomentTerm} from './query.ts';

/** Something that an audit event tells and a search can ask for. */
export type Fact = {
	readonly field: Extract<MomentTerm['field'], 'cmd' | 'file' | 'net' | 'as'>;
	/** Of files: `r` read or executed, `w` written, made, removed or changed; else empty. */
	readonly access: '' | 'r' | 'w';
	/** Base names of a command, parted by line feeds; a peer's port; a user's number. Empty for files. */
	readonly name: string;
	/** The command's arguments with blanks between them; a path; a peer's address; a user's name. */
	readonly text: string;
	/** What every program does by itself: only who asks for the very path means it. */
	readonly isNoise: boolean;
};

/** Of a command line of megabytes, what is searched. */
const longestText = 16_384;

/** List what a search can find an event by, each once. */
export function listFacts(action: AuditAction): readonly Fact[] {
	const {isNoise} = action;
	const facts = [...listCommand(action), ...listFiles(action), ...listPeers(action)].map(fact => ({...fact, text: fact.text.slice(0, longestText).toWellFormed(), isNoise}));
	return new Map(facts.map(fact => [JSON.stringify(fact), fact])).values().toArray();
}

/** True for an event that counts as a command: a program was begun. One that could not be is only an attempt. */
export function isCommand({kind, outcome, isNoise}: AuditAction): boolean {
	return kind === 'execute' && outcome.isSuccess !== false && !isNoise;
}

type Told = Omit<Fact, 'isNoise'>;

function listCommand(action: AuditAction): readonly Told[] {
	const {argv, executable, users} = action;
	if (!isCommand(action) && !(action.kind === 'sudo' && argv.length > 0)) {
		return [];
	}

	const names = new Set([executable, argv[0]].filter(path => path !== undefined).map(path => path.slice(path.lastIndexOf('/') + 1).slice(0, longestText).toWellFormed()));
	const command: Told = {field: 'cmd', access: '', name: [...names].join('\n'), text: argv.join(' ')};
	const {effective} = users;
	return action.kind === 'sudo' || effective === undefined
		? [command]
		: [command, {field: 'as', access: '', name: String(effective.id ?? ''), text: effective.name ?? (effective.id === 0 ? 'root' : String(effective.id ?? ''))}];
}

function listFiles({paths}: AuditAction): readonly Told[] {
	return paths.map(({path, access}) => ({field: 'file', access: access === 'read' || access === 'execute' ? 'r' : 'w', name: '', text: path}));
}

function listPeers({addresses}: AuditAction): readonly Told[] {
	return addresses.filter(({family}) => family !== 'local').map(({address, port}) => ({field: 'net', access: '', name: port === undefined ? '' : String(port), text: address}));
}
