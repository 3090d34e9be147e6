import type {Check, Finding} from './finding.ts';
import {doesSssdRecord, ourRecorder, recorderPath, isRecordingWanted} from './host-facts.ts';

const setIds = 0o6755;

/** SSSD starts one name, which nothing can change; somebody has to stand there before it is told to. */
export const checkRecorder: Check = facts => {
	const check = 'recorder';
	const {recorder, sssd} = facts;
	if (recorder === undefined) {
		const found = `${recorderPath} is missing`;
		const advice = 'install the scribery package, or unpack its archive and run /usr/lib/scribery/set-up, before anything names this program';
		if (doesSssdRecord(sssd)) {
			return {check, state: 'fault', found: `${found}: with session_recording on, SSSD does not start, and nobody can log in through it`, advice};
		}

		return {check, state: isRecordingWanted(facts) ? 'fault' : 'warning', found, advice};
	}

	return checkWhatItIs(check, recorder);
};

function checkWhatItIs(check: string, {program, uid, mode}: {readonly program: string; readonly uid: number; readonly mode: number}): Finding {
	if ((mode & 0o111) !== 0o111) {
		return {check, state: 'fault', found: `${program} cannot be executed by everybody (mode ${mode.toString(8)}): sshd refuses whoever is recorded`, advice: `chmod 6755 ${program}`};
	}

	if (!program.endsWith(`/${ourRecorder}`)) {
		return {check, state: 'warning', found: `${recorderPath} is ${program === recorderPath ? '' : `${program}, `}not ${ourRecorder}`, advice: 'install the scribery package, which diverts it; "scribery doctor --from-tlog" says in our configuration what its own says'};
	}

	if (uid === 0 || mode !== setIds) {
		return {check, state: 'fault', found: `${program} has owner ${uid} and mode ${mode.toString(8)}, expected a user of its own and 6755: as it is, it refuses every session`, advice: `chown scribery:scribery ${program} && chmod 6755 ${program}`};
	}

	return {check, state: 'good', found: `${recorderPath} is ${program}, set-uid to a user of its own`};
}

/** Where the recordings wait for the agent. */
export const checkSpool: Check = ({recorder, spool}) => {
	const check = 'spool';
	if (!recorder?.program.endsWith(`/${ourRecorder}`)) {
		return {check, state: 'skipped', found: 'scribery-session is not what records here'};
	}

	const advice = 'run /usr/lib/scribery/set-up, or systemd-tmpfiles --create scribery.conf';
	if (spool === undefined) {
		return {check, state: 'fault', found: 'the spool is missing: every session is refused', advice};
	}

	return spool.uid === recorder.uid && spool.mode === 0o700
		? {check, state: 'good', found: `${spool.path} is the recorder's alone`}
		: {check, state: 'fault', found: `${spool.path} has owner ${spool.uid} and mode ${spool.mode.toString(8)}, expected ${recorder.uid} and 700`, advice};
};

/** What delivers them. */
export const checkAgent: Check = facts => {
	const check = 'agent';
	const {recorder, agent} = facts;
	if (!recorder?.program.endsWith(`/${ourRecorder}`)) {
		return {check, state: 'skipped', found: 'scribery-session is not what records here'};
	}

	if (agent.fault !== undefined) {
		return {check, state: 'fault', found: agent.fault, advice: `mend ${agent.file}, then systemctl restart scribery-agent`};
	}

	return agent.isRunning
		? {check, state: 'good', found: `it runs, and ${agent.file} can be used`}
		: {check, state: isRecordingWanted(facts) ? 'fault' : 'warning', found: 'no agent runs: recordings stay in the spool', advice: 'systemctl enable --now scribery-agent'};
};

/** Whether the host is set up to record anybody at all. */
export const checkScope: Check = ({sssd, usersWithRecorder}) => {
	const check = 'scope';
	const users = usersWithRecorder.length === 0 ? [] : [`/etc/passwd has it as the shell of ${usersWithRecorder.join(', ')}`];
	const found = [...doesSssdRecord(sssd) ? [`SSSD's session_recording has scope ${sssd?.scope}`] : [], ...users];
	return found.length === 0
		? {check, state: 'warning', found: 'nobody is recorded', advice: 'see /usr/share/doc/scribery/examples/sssd-session-recording.conf, or usermod --shell /usr/bin/tlog-rec-session USER'}
		: {check, state: 'good', found: found.join('; ')};
};
