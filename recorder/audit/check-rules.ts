import {auditRules} from './rules.ts';

/** What the kernel has of the rules, and what stands in the way. */
export type RulesFinding = {
	/** As they are written. */
	readonly missing: readonly string[];
	readonly present: number;
	/** One line each. */
	readonly troubles: readonly string[];
};

const leastBacklog = 8192;

/**
Compare our rules with the kernel's.

@param list - as `auditctl -l` prints them: in its own order and words, with the key as a field.
@param status - as `auditctl -s` prints it.
*/
export function checkRules(list: string, status: string): RulesFinding {
	const loaded = new Set(list.split('\n').map(line => normalizeRule(line)));
	const rules = auditRules.split('\n').filter(line => line.startsWith('-a '));
	const missing = rules.filter(rule => !loaded.has(normalizeRule(rule)));
	const backlog = Number(/^backlog_limit (?<limit>\d+)$/mv.exec(status)?.groups?.limit ?? 0);
	const lost = Number(/^lost (?<lost>\d+)$/mv.exec(status)?.groups?.lost ?? 0);
	return {
		missing,
		present: rules.length - missing.length,
		troubles: [
			...(/^enabled 0$/mv.test(status) ? ['auditing is off (enabled 0): run "auditctl -e 1"'] : []),
			...(/^pid 0$/mv.test(status) ? ['no auditd runs: start it'] : []),
			...(backlog < leastBacklog ? [`the kernel keeps ${backlog} records for auditd (backlog_limit): run "auditctl -b ${leastBacklog}"`] : []),
			...(lost > 0 ? [`the kernel has lost ${lost} records since its boot or "auditctl --reset-lost"`] : []),
		],
	};
}

/** The same for two rules that mean the same: keys do not change what is audited, and every call is meant where none is named. */
function normalizeRule(rule: string): string {
	const words = rule.trim().split(/\s+/v);
	const parts = words.flatMap((word, index) => {
		const before = words[index - 1];
		switch (before) {
			case '-a':
			case '-A': {
				return [`list ${word.split(',').toSorted().join(',')}`];
			}

			case '-S': {
				return word === 'all' ? [] : word.split(',').map(call => `call ${call}`);
			}

			case '-F': {
				return word.startsWith('key=') ? [] : [`field ${word.replace(/^(?<field>\w+)(?<sign>!?=)(?:unset|4294967295)$/v, '$<field>$<sign>-1')}`];
			}

			default: {
				return [];
			}
		}
	});
	return parts.toSorted().join('; ');
}
