import type {Check} from './finding.ts';
import {doesSssdRecord, ourRecorder, recorderPath, isRecordingWanted} from './host-facts.ts';
import type {HostFacts, PamRule} from './host-facts.ts';

/** Pam_sss hands the real shell over when a session is opened, also after a login by key. */
export const checkPamSss: Check = facts => {
	const check = 'pam-sss';
	if (!doesSssdRecord(facts.sssd)) {
		return {check, state: 'skipped', found: 'SSSD records nobody'};
	}

	const without = servicesWithout(facts, ({type, module}) => type === 'session' && module === 'pam_sss.so');
	return without.length === 0
		? {check, state: 'good', found: `session of ${facts.pam.keys().toArray().join(', ')}: pam_sss`}
		: {check, state: 'fault', found: `pam_sss is not in the session part of ${without.join(', ')}: the user's own shell is not handed over, and the one of session.conf is started`, advice: 'pam-auth-update --enable sss, or add "session optional pam_sss.so" to /etc/pam.d/common-session'};
};

/** Without it there is no audit session: nothing joins a recording with what the kernel saw. */
export const checkLoginuid: Check = facts => {
	const check = 'pam-loginuid';
	const without = servicesWithout(facts, ({type, module}) => type === 'session' && module === 'pam_loginuid.so').filter(service => service !== 'su'); // It keeps the caller's, as it should.
	return without.length === 0
		? {check, state: 'good', found: 'each login gets an audit session'}
		: {check, state: 'fault', found: `pam_loginuid is not in the session part of ${without.join(', ')}: sessions have no audit session, and audit events cannot be told to be theirs`, advice: `add "session required pam_loginuid.so" to ${without.map(service => `/etc/pam.d/${service}`).join(', ')}`};
};

/** SSSD's answer, which has the recorder as the shell, must come before the file's. */
export const checkNsswitch: Check = ({sssd, passwdSources}) => {
	const check = 'nsswitch';
	if (!doesSssdRecord(sssd)) {
		return {check, state: 'skipped', found: 'SSSD records nobody'};
	}

	const [sss, files] = [passwdSources.indexOf('sss'), passwdSources.findIndex(source => ['files', 'compat'].includes(source))];
	const found = `passwd: ${passwdSources.join(' ')}`;
	const advice = 'in /etc/nsswitch.conf: "passwd: sss files"';
	if (sss === -1) {
		return {check, state: 'fault', found: `${found}, without sss: nobody gets the recorder`, advice};
	}

	if (files !== -1 && files < sss) {
		return {check, state: sssd?.hasLocalUsers === true ? 'fault' : 'warning', found: `${found}: users of /etc/passwd get their own shell and are not recorded`, advice};
	}

	return {check, state: 'good', found};
};

/** A user's own environment reaches the session before its shell. */
export const checkUserEnvironment: Check = facts => {
	const check = 'user-readenv';
	const {pam, recorder} = facts;
	const services = [...pam].filter(([, rules]) => rules.some(({module, words}) => module === 'pam_env.so' && words.includes('user_readenv=1'))).map(([service]) => service);
	if (services.length === 0) {
		return {check, state: 'good', found: 'nobody sets his session\'s environment by a file'};
	}

	const found = `${services.join(', ')}: pam_env reads ~/.pam_environment`;
	const advice = `take user_readenv=1 out of ${services.map(service => `/etc/pam.d/${service}`).join(', ')}`;
	return recorder?.program.endsWith(`/${ourRecorder}`) === true
		? {check, state: 'warning', found: `${found}; ${ourRecorder} takes nothing from it but a shell of /etc/shells`, advice}
		: {check, state: isRecordingWanted(facts) ? 'fault' : 'warning', found: `${found}; tlog takes its whole configuration from there, and records nothing when told so`, advice};
};

/** Who may change his shell may change the recorder away. */
export const checkShells: Check = ({shells, recorder}) => {
	const check = 'shells';
	const listed = shells.filter(shell => [recorderPath, recorder?.program].includes(shell));
	if (listed.length > 0) {
		return {check, state: 'fault', found: `/etc/shells has ${listed.join(', ')}: whose shell it is may change it with chsh`, advice: 'take it out of /etc/shells'};
	}

	return shells.length === 0
		? {check, state: 'fault', found: '/etc/shells has no shell: none that SSSD hands over is taken, all get the one of session.conf', advice: 'list the shells of the users in /etc/shells'}
		: {check, state: 'good', found: `/etc/shells has ${shells.length} shells and not the recorder`};
};

/** SSSD's caches answer for minutes as they did before a change. */
export const checkMissed: Check = facts => {
	const check = 'stale-cache';
	if (!isRecordingWanted(facts)) {
		return {check, state: 'skipped', found: 'nobody is recorded'};
	}

	return facts.missed.length === 0
		? {check, state: 'good', found: 'no session is going on that should be recorded and is not'}
		: {check, state: 'fault', found: `not recorded although SSSD wants it: ${facts.missed.map(({processId, program}) => `process ${processId} (${program})`).join(', ')}: its memory cache still had the old shell`, advice: 'sss_cache -E after each change, and memcache_timeout = 0 in [nss]; end these sessions'};
};

function servicesWithout({pam}: HostFacts, isIt: (rule: PamRule) => boolean): readonly string[] {
	return [...pam].filter(([, rules]) => rules.every(rule => !isIt(rule))).map(([service]) => service);
}
