import type {AuditAction} from './audit-action.ts';

/** Whether an event is what every program does by itself: it read a library, a locale or a configuration of the system, or asked a daemon for names. A deed that changes something never is. */
export function isNoise({kind, paths, addresses}: Pick<AuditAction, 'kind' | 'paths' | 'addresses'>): boolean {
	switch (kind) {
		case 'file': {
			return paths.every(({path, access}) => access === 'read' ? noisyReads.test(path) : access === 'write' && noisyWrites.test(path));
		}

		case 'network': {
			return addresses.every(({family, address}) => family === 'local' && noisySockets.test(address));
		}

		default: {
			return false;
		}
	}
}

// What the dynamic loader, the C library and login programs open: its caches and libraries, names of users and hosts, locales, time zones, terminal descriptions, message of the day.
const noisyReads = /^(?:\/usr)?\/lib(?:32|64|x32)?\/(?:[\w\-]+\/)?(?:locale\/.*|gconv\/.*|terminfo\/.*|[^\/]+\.so(?:\.[\d.]+)?)$|^\/usr\/share\/(?:locale|i18n|zoneinfo|terminfo)\/|^\/etc\/(?:ld\.so\.(?:cache|preload)|nsswitch\.conf|passwd|group|locale\.alias|localtime|host\.conf|hosts|resolv\.conf|gai\.conf|motd|motd\.d|terminfo|inputrc|security\/.*|pam\.d\/.*|login\.defs)(?:\/|$)|^(?:\/var)?\/run\/(?:motd\.dynamic|utmp|nscd\/.*)$|^\/dev\/(?:null|tty|urandom|random|zero)$|^\/proc\/(?:self|thread-self|filesystems|sys|stat|meminfo|cpuinfo|\d+\/(?:loginuid|sessionid|stat|maps))(?:\/|$)/v;
const noisyWrites = /^\/dev\/(?:null|tty|zero|pts\/\d+)$/v;
const noisySockets = /^(?:\/var)?\/run\/(?:nscd\/socket|systemd\/(?:userdb\/.*|journal\/.*|notify)|setrans\/.*)$|^\/dev\/log$/v;
