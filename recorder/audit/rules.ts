/** What to audit of people who logged in, as `augenrules` reads it: /etc/audit/rules.d/50-scribery.rules. Volumes: see docs/audit.md. */
export const auditRules = `## What people who logged in do, for scribery. Put this into
## /etc/audit/rules.d/50-scribery.rules and run "augenrules --load".
## Only who has a login (auid) is audited: daemons stay out. Rules are asked in
## their order, and each costs every system call a little.

## Room for a burst: the kernel's 64 records are not enough for one login.
-b 8192

## Commands: an event of some 1.3 KB each.
-a always,exit -F arch=b64 -S execve,execveat -F auid>=1000 -F auid!=unset -k scribery-exec
-a always,exit -F arch=b32 -S execve,execveat -F auid>=1000 -F auid!=unset -k scribery-exec

## Files made, changed or removed, where it matters. Reading is not audited here:
## a single command reads some ten files below /etc. For folders whose reading
## matters copy a line with perm=rwa.
-a always,exit -F arch=b64 -F dir=/etc -F perm=wa -F auid>=1000 -F auid!=unset -k scribery-file
-a always,exit -F arch=b32 -F dir=/etc -F perm=wa -F auid>=1000 -F auid!=unset -k scribery-file
-a always,exit -F arch=b64 -F dir=/home -F perm=wa -F auid>=1000 -F auid!=unset -k scribery-file
-a always,exit -F arch=b32 -F dir=/home -F perm=wa -F auid>=1000 -F auid!=unset -k scribery-file

## Connections made and offered, sockets of the host itself among them.
-a always,exit -F arch=b64 -S connect,bind -F auid>=1000 -F auid!=unset -k scribery-net
-a always,exit -F arch=b32 -S connect,bind -F auid>=1000 -F auid!=unset -k scribery-net
`;
