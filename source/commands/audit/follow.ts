import {createHash} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {becomeOwner} from '../../../recorder/audit/owner.ts';
import type {Owner} from '../../../recorder/audit/owner.ts';
import {readFollowCheckpoint, saveFollowCheckpoint} from '../../../recorder/audit/follow-checkpoint.ts';
import {followLog} from '../../../recorder/audit/follow-log.ts';
import {openFollowSpool} from '../../../recorder/audit/follow-to-spool.ts';
import type {FollowTarget} from '../../../recorder/audit/follow-to-spool.ts';
import {findOrigin} from '../../../recorder/audit/origin.ts';
import type {Origin} from '../../../recorder/audit/outgoing.ts';
import {stateFolder} from '../../config.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import type {Context} from '../context.ts';
import {findStoreToWrite} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {followPage} from './follow-page.ts';
import {openStdoutTarget, openStoreTarget} from './follow-targets.ts';

type FollowFlags = {
	readonly spool: string;
	readonly store: string;
	readonly checkpoint: string;
	readonly host: string;
	readonly once: boolean;
};

const spoolBytes = 1_073_741_824; // As the plugin's, where nothing else is said.

/** `scribery audit follow`: an audit log, until a signal or to its end, into a spool, a store or standard output. */
export const runFollow: Command = async (argv, context) => {
	const {input, flags} = parseArguments(argv, followPage, context);
	const [name, ...others] = input;
	if (name === undefined || others.length > 0) {
		throw new UserError(`audit follow: ${input.length} files, expected one, such as /var/log/audit/audit.log`);
	}

	if (flags.spool !== '' && flags.store !== '') {
		throw new UserError('audit follow: either --spool or --store, not both');
	}

	const ending = new AbortController();
	const end = (): void => {
		ending.abort();
	};

	process.on('SIGINT', end).on('SIGTERM', end);
	try {
		await (flags.store === '' ? followToFile(name, flags, {context, signal: ending.signal}) : followToStore(name, flags, {context, signal: ending.signal}));
	} finally {
		process.off('SIGINT', end).off('SIGTERM', end);
	}

	return 0;
};

type World = {readonly context: Context; readonly signal: AbortSignal};

async function followToStore(name: string, flags: FollowFlags, world: World): Promise<void> {
	const {context} = world;
	const address = findStoreToWrite(flags.store, context);
	await withStore(address, 'create', context, async store => {
		await follow(name, flags, {...world, target: openStoreTarget(store, name, findFollowOrigin(flags, context)), asReader, checkpoint: placeCheckpoint(name, address, flags, context)});
	});
}

async function followToFile(name: string, flags: FollowFlags, world: World): Promise<void> {
	const {context, signal} = world;
	const origin = findFollowOrigin(flags, context);
	if (flags.spool === '') {
		await follow(name, flags, {...world, target: openStdoutTarget(context.stdout, origin), asReader, checkpoint: placeCheckpoint(name, '-', flags, context)});
		return;
	}

	const {folder, asRoot} = becomeOwner(flags.spool);
	const target = await openFollowSpool({
		folder,
		origin,
		bootId: origin.bootId,
		mostBytes: spoolBytes,
		clock: context.clock,
		signal,
		say(line) {
			context.stderr.write(`scribery: audit: ${line}\n`);
		},
	});
	await follow(name, flags, {...world, target, asReader: asRoot, checkpoint: flags.checkpoint || path.join(folder, 'follow.json')});
}

async function follow(name: string, flags: FollowFlags, {context, signal, target, asReader: read, checkpoint}: World & {readonly target: FollowTarget; readonly asReader: Owner['asRoot']; readonly checkpoint: string}): Promise<void> {
	let savedMs = -Infinity;
	let owed: (() => void) | undefined;
	try {
		await followLog({
			file: name,
			from: readFollowCheckpoint(checkpoint),
			isOnce: flags.once,
			signal,
			clock: context.clock,
			asReader: read,
			take: target.take,
			save(place) {
				owed = () => {
					saveFollowCheckpoint(checkpoint, place);
				};

				if (!(context.clock.elapsedMs() - savedMs >= saveMs)) {
					return;
				}

				owed();
				owed = undefined;
				savedMs = context.clock.elapsedMs();
			},
		});
		owed?.();
	} finally {
		await target.close();
	}
}

const saveMs = 1000;

/** Whoever calls reads the log, too. */
const asReader: Owner['asRoot'] = act => act();

/** Another host's boots are not known. */
function findFollowOrigin({host}: FollowFlags, {clock}: Context): Origin & {readonly bootId: string} {
	const own = findOrigin(clock.now());
	return host === '' || host === own.host ? own : {host, findBoot: () => undefined, bootId: own.bootId};
}

/** One for each log and each place it goes to. */
function placeCheckpoint(name: string, target: string, {checkpoint}: FollowFlags, {environment}: Context): string {
	if (checkpoint !== '') {
		return checkpoint;
	}

	const folder = path.join(stateFolder(environment), 'audit');
	mkdirSync(folder, {recursive: true, mode: 0o700});
	return path.join(folder, `${createHash('sha256').update(`${path.resolve(name)}\n${target}`).digest('hex').slice(0, 16)}.json`);
}
