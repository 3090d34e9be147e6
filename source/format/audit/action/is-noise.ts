import type {AuditAction} from './audit-action.ts';

/** Whether an event is what every program does by itself: it read a library, a locale or a configuration of the system, asked a daemon for names, or kept the books of a login. What somebody changes never is, nor what fails but a file that is not there. */
export function isNoise(action: Omit<AuditAction, 'title' | 'isNoise'>): boolean {
	const {kind, operation, argv, cwd, tty, executable, paths, addresses, outcome} = action;
	switch (kind) {
		case 'file': {
			return paths.length > 0 && paths.every(({path, access}) => (noisyPaths[access]?.test(path) ?? false) || (loginPrograms.has(executable ?? '') && loginBooks.test(path)));
		}

		case 'network': {
			return addresses.every(({family, address}) => family === 'local' && noisySockets.test(address));
		}

		case 'login': {
			return outcome.isSuccess !== false && bookkeeping.has(operation);
		}

		case 'execute': {
			return tty === undefined && cwd === '/' && argv.some(word => word.startsWith('/etc/update-motd.d'));
		}

		case 'sudo':
		case 'other': {
			return false;
		}

		default: {
			return kind satisfies never;
		}
	}
}

// What the dynamic loader, the C library and login programs open: its caches and libraries, names of users and hosts, locales, time zones, terminal descriptions, message of the day.
const library = /^(?:\/usr)?\/lib(?:32|64|x32)?\/(?:[\w\-]+\/)?(?:locale\/.*|gconv\/.*|terminfo\/.*|[^\/]+\.so(?:\.[\d.]+)?)$/v;
const shared = /^\/usr\/share\/(?:locale|i18n|zoneinfo|terminfo)\//v;
const settings = /^\/etc\/(?:ld\.so\.(?:cache|preload)|nsswitch\.conf|passwd|group|locale\.alias|localtime|host\.conf|hosts|resolv\.conf|gai\.conf|motd|motd\.d|terminfo|inputrc|security|pam\.d|login\.defs)(?:\/|$)/v;
const runtime = /^(?:\/var)?\/run\/(?:motd\.dynamic|utmp|nscd\/.*)$|^\/dev\/(?:null|tty|urandom|random|zero)$/v;
const kernel = /^\/proc\/(?:self|thread-self|filesystems|sys|stat|meminfo|cpuinfo|\d+\/(?:loginuid|sessionid|stat|maps))(?:\/|$)/v;
const noisyPaths: Readonly<Partial<Record<AuditAction['paths'][number]['access'], RegExp>>> = {
	read: new RegExp([library, shared, settings, runtime, kernel].map(({source}) => source).join('|'), 'v'),
	write: /^\/dev\/(?:null|tty|zero|ptmx|pts\/\d+)$/v,
	create: /^(?:\/var)?\/run\/motd\.dynamic\.new$/v,
	rename: /^(?:\/var)?\/run\/motd\.dynamic(?:\.new)?$/v,
};
const noisySockets = /^(?:\/var)?\/run\/(?:nscd\/socket|systemd\/(?:userdb\/.*|journal\/.*|notify)|setrans\/.*|dbus\/system_bus_socket)$|^\/dev\/log$/v;

/** Only these keep the books of logins; another that writes there may be covering its tracks. */
const loginPrograms: ReadonlySet<string> = new Set(['/usr/sbin/sshd', '/usr/lib/openssh/sshd-session', '/usr/libexec/openssh/sshd-session', '/usr/bin/sudo', '/usr/bin/login', '/bin/login', '/usr/bin/su', '/bin/su']);
const loginBooks = /^(?:\/var)?\/run\/utmp$|^\/var\/log\/(?:wtmp|lastlog|btmp)$|^\/dev\/pts\/\d+$|^\/proc\/\d+\/oom_score_adj$/v;
const bookkeeping: ReadonlySet<string> = new Set(['cred_acq', 'cred_refr', 'cred_disp', 'user_acct']);
