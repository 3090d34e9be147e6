import {logAccess} from '../../access/log-access.ts';
import {printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {findSession} from '../find-session.ts';
import {findStoreAddress} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {showPage} from './show-page.ts';
import type {Position, View} from './view.ts';

const views: Readonly<Record<string, () => Promise<View>>> = {
	info: async () => (await import('./show-info.ts')).showInfo,
	screen: async () => (await import('./show-screen.ts')).showScreen,
	events: async () => (await import('./show-events.ts')).showEvents,
	text: async () => (await import('./show-text.ts')).showText,
	messages: async () => (await import('./show-messages.ts')).showMessages,
};

export const runShow: Command = async (argv, context) => {
	const {input, flags: given} = parseArguments(argv, showPage, context);
	const [address, ...more] = input;
	if (address === undefined || more.length > 0) {
		throw new UserError('show: name one recording, as HOST/REC or HOST/REC@POSITION');
	}

	if (given.all && !given.events) {
		throw new UserError('show: --all goes with --events: it shows what every program does by itself, too');
	}

	await withStore(findStoreAddress(given.store, context), 'read', context, async store => {
		const {session, position} = await findSession(store, address);
		const name = chooseView(given, position);
		await logAccess(store, {action: 'show', what: printAddress(session, position), detail: name}, context);
		const view = await views[name]?.();
		await view?.({store, session, position: clampPosition(position, session), isJson: given.json, isAll: given.all}, context);
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

