import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {testWithAudit} from '../../helpers/audit-kernel.ts';
import {auditLock, compareWithLog, makeAuditHome, readLogs, readShipped, stormScript, programOf} from '../../helpers/audit-run.ts';

testWithAudit('cc')('real auditd: plugin and agent killed in turn under 1,000 commands a second: nothing of its log is missing, nothing comes twice', t => {
	t.timeout(180_000);
	const home = makeAuditHome({}, 'log/audit.log');
	const {status, stdout, stderr} = spawnSync('flock', [auditLock, 'bash', stormScript, home.folder, process.execPath, programOf('audit/host-audit'), programOf('agent/host-agent'), '4', '1', '1000'], {encoding: 'utf8'});
	const told = `${stdout} ${stderr}`;
	t.is(status, 0, told);
	t.regex(stdout, /^lost 0$/mv, told);
	const shipped = readShipped(home.out);
	const {missing, doubled, lines} = compareWithLog(shipped, readLogs(home));
	t.true(lines > 4000 * 3, `${lines} lines; ${told}`);
	t.deepEqual({missing, doubled}, {missing: 0, doubled: 0}, told);
	t.is(shipped.filter(({type}) => type !== 'event').length, 0, told);
});
