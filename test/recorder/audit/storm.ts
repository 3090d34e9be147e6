import {spawnSync} from 'node:child_process';
import {globSync, readFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {auditLock, testWithAudit} from '../../helpers/audit-kernel.ts';
import {compareWithLog, makeAuditHome, readShipped} from '../../helpers/audit-run.ts';

const script = fileURLToPath(new URL('../../../../test/helpers/audit-storm.sh', import.meta.url));
const programOf = (name: string): string => fileURLToPath(new URL(`../../../source/commands/${name}.js`, import.meta.url));

testWithAudit()('real auditd: plugin and agent killed in turn under commands: nothing of its log is missing, nothing comes twice', t => {
	t.timeout(180_000);
	const home = makeAuditHome({}, 'log/audit.log');
	const {log} = home;
	const {status, stdout, stderr} = spawnSync('flock', [auditLock, 'bash', script, home.folder, process.execPath, programOf('audit/host-audit'), programOf('agent/host-agent'), '4', '300'], {encoding: 'utf8'});
	const text = globSync(`${log}*`).map(file => readFileSync(file, 'utf8')).join('');
	const {missing, doubled, lines} = compareWithLog(readShipped(home.out), text);
	t.true(lines > 1200, `${status} ${stdout} ${stderr}`);
	t.deepEqual({missing, doubled}, {missing: 0, doubled: 0}, `${stdout} ${stderr}`);
});
