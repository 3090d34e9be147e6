import {spawnSync} from 'node:child_process';
import {RecorderError} from '../../../recorder/errors.ts';
import {checkRules} from '../../../recorder/audit/check-rules.ts';
import {auditRules} from '../../../recorder/audit/rules.ts';
import type {Context} from '../context.ts';

/**
Print the rules, or check that the kernel has them.

@returns 1 when it has not, or something stands in the way.
@throws {RecorderError} when the kernel cannot be asked.
*/
export function runAuditRules({check}: {readonly check: boolean}, {stdout}: Pick<Context, 'stdout'>): number {
	if (!check) {
		stdout.write(auditRules);
		return 0;
	}

	const {missing, present, troubles} = checkRules(askKernel('-l'), askKernel('-s'));
	stdout.write([
		`${present} of ${present + missing.length} rules are loaded${missing.length === 0 ? '' : ', missing are:'}`,
		...missing.map(rule => `  ${rule}`),
		...troubles.map(trouble => `But ${trouble}.`),
		'',
	].join('\n'));
	return missing.length + troubles.length === 0 ? 0 : 1;
}

function askKernel(option: string): string {
	const {status, stdout, stderr, error} = spawnSync('auditctl', [option], {env: {PATH: '/usr/sbin:/sbin:/usr/bin:/bin'}, encoding: 'utf8'});
	if (error !== undefined || status !== 0) {
		throw new RecorderError(`auditctl ${option}: ${error?.message ?? stderr.trim()}. Only root may ask, with auditd's programs installed`, {cause: error});
	}

	return stdout;
}
