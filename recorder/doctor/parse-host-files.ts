import type {PamRule, SshdFact, SssdFact} from './host-facts.ts';

/** Files as they stand in a host's folders; `undefined` where there is none. */
export type ReadFile = (file: string) => string | undefined;

/** The lines of a configuration, without comments and blank ones. */
export function linesOf(text: string | undefined): readonly string[] {
	return (text ?? '').split('\n').map(line => line.replace(/#.*/v, '').trim()).filter(line => line !== '');
}

/**
Read SSSD's configuration.

@param texts - of `sssd.conf` and its snippets, in the order in which they are read: a later one wins.
*/
export function parseSssd(texts: readonly string[]): SssdFact {
	const settings = new Map<string, string>();
	for (const text of texts) {
		let section = '';
		for (const line of text.split('\n').map(line => line.trim()).filter(line => !/^[#;]/v.test(line))) {
			section = /^\[(?<name>[^\]]*)\]/v.exec(line)?.groups?.name ?? section;
			const sign = line.indexOf('=');
			if (sign !== -1) {
				settings.set(`${section}/${line.slice(0, sign).trim()}`, line.slice(sign + 1).trim());
			}
		}
	}

	const isSet = (pattern: RegExp, value: string): boolean => settings.entries().some(([key, found]) => pattern.test(key) && found === value);
	return {
		scope: settings.get('session_recording/scope') ?? 'none',
		hasLocalUsers: isSet(/^domain\/.*\/proxy_lib_name$/v, 'files') || isSet(/^domain\/.*\/id_provider$/v, 'files'),
	};
}

const deepestInclude = 8;

/** Read a service of PAM, and what it includes in its place (man 5 pam.conf). */
export function parsePam(service: string, read: ReadFile, depth = 0): readonly PamRule[] {
	if (depth > deepestInclude) {
		return [];
	}

	return linesOf(read(`/etc/pam.d/${service}`)).flatMap(line => {
		// A control may be several words in brackets: `[success=1 default=ignore]`.
		const [first = '', control = '', module = '', ...words] = line.replace(/\[[^\[\]]*\]/v, '[]').split(/\s+/v);
		const type = first.replace(/^-/v, '');
		if (type === '@include') {
			return parsePam(control, read, depth + 1);
		}

		return ['include', 'substack'].includes(control)
			? parsePam(module, read, depth + 1).filter(rule => rule.type === type)
			: [{type, module: module.slice(module.lastIndexOf('/') + 1), words}];
	});
}

/** Read sshd's configuration: of each keyword the first value counts, and what stands below `Match` is for some only. */
export function parseSshd(text: string): SshdFact {
	const words = linesOf(text).map(line => line.split(/[\s=]+/v));
	const match = words.findIndex(([keyword]) => keyword?.toLowerCase() === 'match');
	const general = match === -1 ? words : words.slice(0, match);
	const find = (keyword: string): string | undefined => general.find(([found]) => found?.toLowerCase() === keyword)?.[1]?.toLowerCase();
	return {
		sftp: words.find(([keyword, name]) => keyword?.toLowerCase() === 'subsystem' && name?.toLowerCase() === 'sftp')?.slice(2).join(' '),
		forcesInternalSftp: words.some(([keyword, command]) => keyword?.toLowerCase() === 'forcecommand' && command === 'internal-sftp'),
		permitsUserRc: find('permituserrc') !== 'no',
		usesPam: find('usepam') === 'yes',
	};
}
