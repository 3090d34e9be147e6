import test from 'ava';
import {checkRules} from '../../../recorder/audit/check-rules.ts';
import {auditRules} from '../../../recorder/audit/rules.ts';

/** As auditctl 3.0.9 lists our rules on x86_64. */
const listed = `-a always,exit -F arch=b64 -S execve,execveat -F auid>=1000 -F auid!=-1 -F key=scribery-exec
-a always,exit -F arch=b32 -S execve,execveat -F auid>=1000 -F auid!=-1 -F key=scribery-exec
-a always,exit -F arch=b64 -S all -F dir=/etc -F perm=wa -F auid>=1000 -F auid!=-1 -F key=scribery-file
-a always,exit -F arch=b32 -S all -F dir=/etc -F perm=wa -F auid>=1000 -F auid!=-1 -F key=scribery-file
-a always,exit -F arch=b64 -S all -F dir=/home -F perm=wa -F auid>=1000 -F auid!=-1 -F key=scribery-file
-a always,exit -F arch=b32 -S all -F dir=/home -F perm=wa -F auid>=1000 -F auid!=-1 -F key=scribery-file
-a always,exit -F arch=b64 -S connect,bind -F auid>=1000 -F auid!=-1 -F key=scribery-net
-a always,exit -F arch=b32 -S bind,connect -F auid>=1000 -F auid!=-1 -F key=scribery-net
`;
const good = 'enabled 1\nfailure 1\npid 77\nbacklog_limit 8192\nlost 0\n';

test('rules that the kernel lists in its own words are found, whatever their key', t => {
	t.deepEqual(checkRules(listed.replaceAll('scribery-net', 'net'), good), {missing: [], present: 8, troubles: []});
});

test('rules that are missing are named as they are to be written, and what stands in the way is told', t => {
	const {missing, troubles} = checkRules(listed.split('\n').slice(1).join('\n'), 'enabled 0\npid 0\nbacklog_limit 64\nlost 3\n');
	t.deepEqual(missing, [auditRules.split('\n').find(line => line.startsWith('-a ')) ?? '']);
	t.deepEqual(troubles.map(text => text.split(' ', 1)[0]), ['auditing', 'no', 'the', 'the']);
	t.is(checkRules('No rules\n', good).present, 0);
});
