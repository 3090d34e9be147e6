import type {CommandPage} from '../page/command-page.ts';

export const rulesPage = {
	name: 'audit rules',
	title: 'Print what to audit of people who log in, or check that it is',
	usage: ['[--check]'],
	operand: 'none',
	options: {
		check: {type: 'boolean', default: false, help: 'compare with what auditctl lists; only root may'},
	},
	notes: ['--check names the rules that are missing, and what else stands in the way: auditing turned off, no auditd, too little room, records lost.'],
	examples: [
		'scribery audit rules > /etc/audit/rules.d/50-scribery.rules',
		'augenrules --load',
		'sudo scribery audit rules --check',
	],
	exits: ['0 printed, or all is in place', '1 --check: not all is in place', '2 usage', '3 the kernel cannot be asked'],
} as const satisfies CommandPage;
