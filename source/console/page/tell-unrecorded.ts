import type {UnrecordedLogin, UnrecordedLogins} from '../../store/store.ts';
import {groupDigits} from '../text/format-length.ts';
import {formatInstant} from '../text/format-time.ts';
import type {PageState} from './page-state.ts';

/** The page of logins that have audit events and no recording; text of the log as it is. */
export function tellUnrecorded({logins, total}: UnrecordedLogins, timeZone: string): Pick<PageState, 'title' | 'lines'> {
	const count = total === 1 ? '1 login has' : `${groupDigits(total)} logins have`;
	const which = total > logins.length ? `; the ${logins.length} latest` : '';
	return total === 0
		? {title: 'Logins without a recording', lines: ['Every login that audit events tell of has a recording here.']}
		: {title: `${count} audit events and no recording${which}`, lines: logins.flatMap(login => tellLogin(login, timeZone))};
}

function tellLogin({host, auditSession, user, firstAt, lastAt, audit}: UnrecordedLogin, timeZone: string): readonly string[] {
	const {events, commands, firstCommands, lastCommand, isRoot} = audit;
	const facts = [events === 1 ? '1 event' : `${groupDigits(events)} events`, commands === 1 ? '1 command' : `${groupDigits(commands)} commands`, ...isRoot ? ['as root, too'] : []];
	const ran = commands > firstCommands.length ? [...firstCommands, '…', lastCommand ?? ''] : firstCommands;
	return [
		`${user ?? 'unknown'} on ${host}, audit session ${auditSession}: ${facts.join(', ')}`,
		`  from ${formatInstant(firstAt, timeZone)} until ${formatInstant(lastAt, timeZone)}`,
		...ran.map(command => `  ${command}`),
		'',
	];
}
