import {logAccess} from '../../access/log-access.ts';
import {printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {findSession} from '../find-session.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments, storeFlags} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import type {Position, View} from './view.ts';

const help = `
	Show one recording, or its screen at one instant

	Usage  $ scribery show ADDRESS[@POSITION] [options]
	  --info       what is known of it (default)    --screen   the screen as text (default with @)
	  --text       its lines with their positions   --messages the stored lines, verbatim
	  --json       JSON lines                       --store A  where recordings are kept
	An address is HOST/REC; the rec may be written short. A position is 12:04, 1:02:30.5, 90 or end.
	Examples
	  $ scribery show web1/39d-1c81a
	  $ scribery show web1/39d-1c81a@12:04 | grep -c 'HTTP/1.1 200'
	  $ scribery show web1/39d-1c81a@end --json | jq -r '.lines[]'
	Exit  0 shown, 2 usage or no such recording, 3 store or access log.
`;

const flags = {
	...storeFlags,
	info: {type: 'boolean', default: false},
	screen: {type: 'boolean', default: false},
	text: {type: 'boolean', default: false},
	messages: {type: 'boolean', default: false},
} as const;

const views: Readonly<Record<string, () => Promise<View>>> = {
	info: async () => (await import('./show-info.ts')).showInfo,
	screen: async () => (await import('./show-screen.ts')).showScreen,
	text: async () => (await import('./show-text.ts')).showText,
	messages: async () => (await import('./show-messages.ts')).showMessages,
};

export const runShow: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, help, flags, context);
	const [address, ...more] = input;
	if (address === undefined || more.length > 0) {
		throw new UserError('show: name one recording, as HOST/REC or HOST/REC@POSITION');
	}

	await withStore(findStoreAddress(given.store, context), 'read', context, async store => {
		const {session, position} = await findSession(store, address);
		const name = chooseView(given, position);
		await logAccess(store, {action: 'show', what: printAddress(session, position), detail: name}, context);
		const view = await views[name]?.();
		await view?.({store, session, position: clampPosition(position, session), isJson: given.json}, context);
	});
	return 0;
};

function chooseView(given: Readonly<Record<string, unknown>>, position: Position | undefined): string {
	const chosen = Object.keys(views).filter(name => given[name] === true);
	if (chosen.length > 1) {
		throw new UserError(`show: ${chosen.map(name => `--${name}`).join(' and ')} cannot be shown at once`);
	}

	return chosen[0] ?? (position === undefined ? 'info' : 'screen');
}

function clampPosition(position: Position | undefined, {lengthMs}: Session): number {
	return position === 'end' || position === undefined ? lengthMs : Math.min(position, lengthMs);
}

