import {syslogFacilities, syslogPriorities} from '../../delivery/writer-config.ts';

/** What tlog-rec-session takes for a key, and what stands when nobody sets it. */
export type TlogKey = {
	readonly type: 'text' | 'flag' | 'number' | 'choice';
	readonly missing: string | number | boolean;
	/** Of a number. */
	readonly least?: number;
	readonly choices?: readonly string[];
};

const priorities = Object.keys(syslogPriorities);

/** The keys of `tlog-rec-session.conf` (man 5), below each other with dots. */
export const tlogKeys: Readonly<Record<string, TlogKey>> = {
	shell: {type: 'text', missing: '/bin/bash'},
	notice: {type: 'text', missing: '\nATTENTION! Your session is being recorded!\n\n'},
	latency: {type: 'number', missing: 10, least: 1},
	payload: {type: 'number', missing: 2048, least: 32},
	'log.input': {type: 'flag', missing: false},
	'log.output': {type: 'flag', missing: true},
	'log.window': {type: 'flag', missing: true},
	'limit.rate': {type: 'number', missing: 16_384, least: 0},
	'limit.burst': {type: 'number', missing: 32_768, least: 0},
	'limit.action': {type: 'choice', missing: 'pass', choices: ['pass', 'delay', 'drop']},
	'file.path': {type: 'text', missing: ''},
	'syslog.facility': {type: 'choice', missing: 'authpriv', choices: Object.keys(syslogFacilities)},
	'syslog.priority': {type: 'choice', missing: 'info', choices: priorities},
	'journal.priority': {type: 'choice', missing: 'info', choices: priorities},
	'journal.augment': {type: 'flag', missing: true},
	writer: {type: 'choice', missing: 'journal', choices: ['journal', 'syslog', 'file']},
};
