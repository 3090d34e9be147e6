import {logAccess} from '../../access/log-access.ts';
import {printAddress} from '../../store/address.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {findSession} from '../find-session.ts';
import {findStoreAddress} from '../find-store.ts';
import {isFullScreenPossible} from '../is-full-screen-possible.ts';
import {parseArguments} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {playPage} from './play-page.ts';
import {readStartPosition} from './read-start-position.ts';
import {writeOutput} from './write-output.ts';

export const runPlay: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, playPage, context);
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
				...(given.idle === undefined ? [] : [given.idle === 0 ? 'idle off' : `idle ${given.idle}`]),
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
