import type {Check} from './finding.ts';
import {isRecordingWanted} from './host-facts.ts';

/** What sshd does by itself never comes to a login shell. */
export const checkSftp: Check = ({sshd}) => {
	const check = 'internal-sftp';
	if (sshd === undefined) {
		return {check, state: 'skipped', found: 'there is no SSH server'};
	}

	if (sshd.sftp === undefined && !sshd.forcesInternalSftp) {
		return {check, state: 'good', found: 'sshd serves no sftp'};
	}

	return sshd.sftp?.startsWith('internal-sftp') === true || sshd.forcesInternalSftp
		? {check, state: 'warning', found: 'sshd serves sftp itself (internal-sftp): such transfers, and scp, start no shell and leave no trace in recordings', advice: '"Subsystem sftp /usr/lib/openssh/sftp-server" in /etc/ssh/sshd_config, or none; audit rules see the files either way'}
		: {check, state: 'good', found: `sftp is ${sshd.sftp}, started by the user's shell`};
};

/** It runs on the user's terminal before the recorder, and may leave something behind there. */
export const checkUserRc: Check = ({sshd}) => {
	const check = 'user-rc';
	if (sshd === undefined) {
		return {check, state: 'skipped', found: 'there is no SSH server'};
	}

	return sshd.permitsUserRc
		? {check, state: 'warning', found: 'sshd runs ~/.ssh/rc on the user\'s terminal', advice: '"PermitUserRC no" in /etc/ssh/sshd_config'}
		: {check, state: 'good', found: 'sshd runs no ~/.ssh/rc'};
};

export const checkUsePam: Check = facts => {
	const check = 'use-pam';
	if (facts.sshd === undefined || !isRecordingWanted(facts)) {
		return {check, state: 'skipped', found: facts.sshd === undefined ? 'there is no SSH server' : 'nobody is recorded'};
	}

	return facts.sshd.usesPam
		? {check, state: 'good', found: 'sshd opens PAM sessions'}
		: {check, state: 'fault', found: 'sshd opens no PAM session: neither the user\'s shell nor an audit session is known', advice: '"UsePAM yes" in /etc/ssh/sshd_config'};
};
