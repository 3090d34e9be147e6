import type {CommandPage} from '../page/command-page.ts';

export const recPage = {
	name: 'rec',
	title: 'Record a command, or your shell',
	usage: ['[options] [-- COMMAND…]'],
	operand: 'program',
	options: {
		output: {type: 'string', short: 'o', value: 'F', help: 'append to the file F (tlog JSON lines), not to the store', completes: 'file'},
		store: {type: 'string', value: 'A', help: 'where recordings are kept', completes: 'store'},
		'log-input': {type: 'boolean', default: false, help: 'what is typed, too; what is not echoed is masked'},
		'log-secrets': {type: 'boolean', default: false, help: 'with --log-input: mask nothing'},
		'log-output': {type: 'boolean', default: true, help: 'not what is shown'},
		'log-window': {type: 'boolean', default: true, help: 'no window sizes'},
		latency: {type: 'string', value: 'T', default: '250ms', help: 'output is written after T at most: 1s'},
		payload: {type: 'string', value: 'N', default: '2048', help: 'at most N bytes a message, 32 or more'},
		'limit-action': {type: 'string', value: 'W', default: 'pass', help: 'above the rate: pass, delay or drop', values: ['pass', 'delay', 'drop']},
		'limit-rate': {type: 'string', value: 'N', default: '16384', help: 'bytes a second'},
		'limit-burst': {type: 'string', value: 'N', default: '32768', help: 'bytes at once'},
		'failure-mode': {type: 'string', value: 'M', default: 'spool', help: 'cannot be written: spool, strict ends the session', values: ['spool', 'strict']},
		notice: {type: 'string', value: 'T', default: '', help: 'show T before the command starts'},
	},
	notes: ['In a pipe both output streams pass unchanged and are recorded.'],
	examples: [
		'scribery rec',
		'scribery rec -o deploy.jsonl -- make deploy',
		'scribery rec --log-input --notice \'This session is recorded\' -- bash',
	],
	exits: ['as COMMAND or of its signal', '2 usage', '3 recording', '126 and 127 no program'],
} as const satisfies CommandPage;
