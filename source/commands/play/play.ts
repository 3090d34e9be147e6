import {logAccess} from '../../access/log-access.ts';
import {printAddress} from '../../store/address.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {findSession} from '../find-session.ts';
import {findStoreAddress} from '../find-store.ts';
import {isFullScreenPossible} from '../is-full-screen-possible.ts';
import {parseArguments, storeFlags} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {readStartPosition} from './read-start-position.ts';
import {writeOutput} from './write-output.ts';

const help = `
	Replay one recording: in a terminal the player, in a pipe its lines

	Usage  $ scribery play ADDRESS[@POSITION] [options]
	  --at T       start at a position, as 12:04    --speed N    2 plays twice as fast (1)
	  --idle N     cut pauses to N seconds (2)      --follow     go on while it is being recorded
	  --raw        the recorded bytes, unguarded; only into a pipe
	  --json       JSON lines                       --store A    where recordings are kept
	In a pipe nothing waits: lines come as fast as they are read.
	Examples
	  $ scribery play web1/39d-1c81a --at 12:04
	  $ scribery play web1/39d-1c81a | less
	  $ scribery play web1/39d-1c81a --follow --json | jq -r .text
	Exit  0 done, 2 usage or no such recording, 3 store or access log.
`;

const flags = {
	...storeFlags,
	at: {type: 'string'},
	speed: {type: 'number', default: 1},
	idle: {type: 'number'},
	follow: {type: 'boolean', default: false},
	raw: {type: 'boolean', default: false},
	plain: {type: 'boolean', default: false},
} as const;

export const runPlay: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, help, flags, context);
	const [address, ...more] = input;
	if (address === undefined || more.length > 0) {
		throw new UserError('play: name one recording, as HOST/REC or HOST/REC@POSITION');
	}

	if (given.raw && context.stdout.isTTY) {
		throw new UserError('play: --raw writes recorded bytes unguarded, which could take over this terminal: send them into a pipe or a file');
	}

	const store = findStoreAddress(given.store, context);
	const isPlayer = !given.raw && !given.json && !given.plain && isFullScreenPossible(context);
	return withStore(store, 'read', context, async opened => {
		const {session, position} = await findSession(opened, address);
		const positionMs = readStartPosition(given.at, position, session);
		if (isPlayer) {
			const commands = [
				...(given.speed === 1 ? [] : [`speed ${given.speed}`]),
				...(given.idle === undefined ? [] : [`idle ${given.idle}`]),
				...(given.follow ? ['follow'] : []),
			];
			const {startConsole} = await import('../start-console.ts');
			return startConsole({findAddress: async () => store, name: store, isDemo: false, query: '', play: printAddress(session, positionMs), commands}, context);
		}

		await logAccess(opened, {action: 'play', what: printAddress(session), detail: given.raw ? 'raw' : 'text'}, context);
		await writeOutput({store: opened, session, positionMs, isRaw: given.raw, isJson: given.json, isFollowing: given.follow}, context);
		return 0;
	});
};
