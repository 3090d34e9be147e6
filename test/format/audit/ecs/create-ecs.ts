import test from 'ava';
import {createEcs} from '../../../../source/format/audit/ecs/create-ecs.ts';
import {convertLines} from '../helpers/convert-lines.ts';
import {noNames} from '../helpers/convert-text.ts';
import {sessionLogs} from '../helpers/session-logs.ts';

type Line = {
	readonly '@timestamp'?: string;
	readonly event: {readonly id: string; readonly action: string; readonly category: readonly string[]; readonly outcome: string; readonly kind: string; readonly original?: string};
	readonly message: string;
	readonly process: Readonly<Record<string, unknown>>;
	readonly user: Readonly<Record<string, unknown>>;
	readonly file?: Readonly<Record<string, unknown>>;
	readonly source?: Readonly<Record<string, unknown>>;
	readonly destination?: Readonly<Record<string, unknown>>;
	readonly error?: {readonly message: string};
	readonly auditd: {readonly session?: string; readonly paths?: readonly unknown[]; readonly data: Readonly<Record<string, string>>};
};

function convert(log: string): readonly Line[] {
	return convertLines(log, createEcs({hostNames: noNames, hasText: false}));
}

const lines = convert(sessionLogs.enriched);

test('a command is a process that started, with its arguments', t => {
	const line = lines.find(({message}) => message === 'cp \'a b\' \'café\'');
	t.like(line, {
		event: {action: 'executed', category: ['process'], outcome: 'success', kind: 'event'},
		process: {args: ['cp', 'a b', 'café'], args_count: 3, command_line: 'cp \'a b\' \'café\'', name: 'cp', working_directory: '/home/alice/work', tty: {name: 'pts1'}},
		user: {id: '1001', name: 'alice', audit: {id: '1001', name: 'alice'}},
	});
	t.regex(line?.event.id ?? '', /^\d+\.\d{3}:\d+$/v);
	t.regex(line?.auditd.session ?? '', /^\d+$/v);
});

test('a rename has the file it was and the file it is, and all its paths', t => {
	const line = lines.find(({event, file}) => event.action === 'renamed' && file?.name === 'moved');
	t.like(line?.file, {path: '/home/alice/work/moved', target_path: '/home/alice/work/a b', access: ['rename']});
	t.true((line?.auditd.paths?.length ?? 0) >= 4);
});

test('a connection has where it went, a failed login where it came from', t => {
	t.like(lines.find(({destination}) => destination?.port === 8099)?.destination, {ip: '127.0.0.1', port: 8099});
	t.like(lines.find(({event}) => event.action === 'logged-in' && event.outcome === 'failure'), {source: {ip: '127.0.0.1'}});
});

test('what sudo ran has who asked and the command', t => {
	t.like(lines.find(({event}) => event.action === 'ran-command'), {process: {command_line: 'head -1 /etc/shadow'}, user: {name: 'alice'}});
});

test('a line that is no record is an event of kind pipeline_error', t => {
	t.like(convert('garbage')[0], {event: {kind: 'pipeline_error', original: 'garbage'}, error: {message: 'does not begin with "type="'}});
});

test('no log makes more than some fields', t => {
	const fields = Array.from({length: 5000}, (_, index) => `f${index}=1`).join(' ');
	t.is(Object.keys(convert(`type=USER msg=audit(1450000000.123:7): ${fields}`)[0]?.auditd.data ?? {}).length, 64);
});
