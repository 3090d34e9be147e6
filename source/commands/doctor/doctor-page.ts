import type {CommandPage} from '../page/command-page.ts';

export const doctorPage = {
	name: 'doctor',
	title: 'Check that this host records whom it should, or read tlog\'s configuration',
	usage: ['[options]', '--from-tlog [FILE]'],
	operand: 'file',
	options: {
		'from-tlog': {type: 'boolean', default: false, help: 'session.conf and agent.json that mean what tlog\'s do'},
		json: {type: 'boolean', default: false, help: 'one JSON object a line'},
	},
	notes: [
		'Checks the recorder, its spool and its agent, SSSD, nsswitch.conf, PAM, sshd and /etc/shells, and looks for sessions that are not recorded although they should be. Only root sees all of it. Nothing is changed. On a recorded host it is scribery-agent doctor.',
		'--from-tlog reads FILE (/etc/tlog/tlog-rec-session.conf) and what TLOG_REC_SESSION_CONF_FILE, TLOG_REC_SESSION_CONF_TEXT and TLOG_REC_SESSION_SHELL add to it, and says of each key what became of it.',
	],
	examples: [
		'sudo scribery doctor',
		'sudo scribery doctor --json | jq -r \'select(.state == "fault") | .advice\'',
		'scribery doctor --from-tlog --json | jq -r .session',
	],
	exits: ['0 no fault found, or converted', '1 somebody is not recorded or cannot log in', '2 usage, or a file that cannot be read'],
} as const satisfies CommandPage;
