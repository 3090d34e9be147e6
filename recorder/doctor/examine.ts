import {checkLoginuid, checkMissed, checkNsswitch, checkPamSss, checkShells, checkUserEnvironment} from './check-logins.ts';
import {checkAgent, checkRecorder, checkScope, checkSpool} from './check-programs.ts';
import {checkSftp, checkUsePam, checkUserRc} from './check-sshd.ts';
import type {Check, Finding} from './finding.ts';
import type {HostFacts} from './host-facts.ts';

const checks: readonly Check[] = [checkRecorder, checkScope, checkSpool, checkAgent, checkNsswitch, checkPamSss, checkLoginuid, checkUsePam, checkUserEnvironment, checkUserRc, checkSftp, checkShells, checkMissed];

/** Every check of the doctor, in the order in which to mend. */
export function examine(facts: HostFacts): readonly Finding[] {
	return checks.map(check => check(facts));
}
